package io.mendian.chain.chaos;

import io.mendian.chain.next.NextVersion;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * F24, F25: a rolling restart into the next version and back, one part after the other, while customers buy: old and new run
 * beside each other, and events of either are read by either. The next version is this one with an agent that adds a field to
 * every event; or, with {@code --previous}, this one, and the version before is what was built in another folder.
 */
final class Upgrade {

    private static final int PEOPLE = 10;

    /** Only its name: its libraries are those of the parts, not ours. */
    private static final String NEXT = "io.mendian.chain.next.NextVersion";

    private final Arena arena;
    private final Path folder;
    private final @Nullable Path previous;

    Upgrade(Arena arena, Path folder, @Nullable Path previous) {
        this.arena = arena;
        this.folder = folder;
        this.previous = previous;
    }

    void run(Path project) {
        if (previous != null) {
            arena.say("L4 F24 from the build in %s to this one", previous);
            arena.chain.takeJarsOf(project);
            roll("to this build", Map.of());
            return;
        }
        Map<String, String> next = Map.of("JDK_JAVA_OPTIONS", "-javaagent:" + agent());
        roll("to the next version", next);
        long more = count(true);
        arena.chain.emptyRedis();
        roll("back to this version", Map.of());
        arena.say("L4 F25 %d events of the next version, %d of this one, all read by both", more, count(false));
        if (more == 0) {
            arena.say("L4 F25 the next version sent nothing: VIOLATION of the trial itself");
            arena.violated();
        }
    }

    private void roll(String whither, Map<String, String> extra) {
        List<Part> parts = new ArrayList<>(Arrays.stream(Part.values())
                .filter(part -> part != Part.SIMULATORS)
                .toList());
        Collections.shuffle(parts, arena.random);
        for (int i = 0; i < parts.size(); i++) {
            arena.load(PEOPLE);
            Pause.millis(arena.random.nextInt(300));
            arena.chain.end(parts.get(i));
            // the gateway sends no events and lacks what the agent needs
            arena.chain.upWith(parts.get(i) == Part.GATEWAY ? Map.of() : extra);
            arena.note(parts.get(i).title() + " restarted " + whither);
            if (i == parts.size() / 2) {
                arena.load(PEOPLE);
                arena.judge("L4 F24 half of the parts restarted " + whither);
            }
        }
        arena.judge("L4 F24 all parts restarted " + whither);
    }

    private long count(boolean next) {
        return new OddEvents(arena.chain.kafka())
                .all().stream()
                        .filter(event ->
                                new String(event.value(), StandardCharsets.UTF_8).contains(NextVersion.FIELD) == next)
                        .count();
    }

    /** A jar of {@link NextVersion}, found by Spring Boot as any library's auto-configuration. */
    private Path agent() {
        Path jar = folder.resolve("next-version.jar").toAbsolutePath();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", NEXT);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String type : List.of(NEXT, NEXT + "$1")) {
                String name = type.replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = Upgrade.class.getClassLoader().getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IOException(name + " is not there");
                    }
                    in.transferTo(out);
                }
                out.closeEntry();
            }
            out.putNextEntry(
                    new JarEntry("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"));
            out.write(NEXT.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
