package io.mendian.chain.chaos;

import io.mendian.chain.next.Leak;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** F27, F28: a part runs out of memory, or may open no further file. */
final class ResourceFaults {

    private static final Duration DIES_WITHIN = Duration.ofSeconds(60);
    private static final int CROWD = 24;
    private static final int MORE_FILES = 3;

    private ResourceFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                leak(arena, Part.ORDER),
                leak(arena, Part.MEMBER),
                noMoreFiles(arena, Part.ORDER),
                noMoreFiles(arena, Part.GATEWAY));
    }

    /** {@code -XX:+ExitOnOutOfMemoryError}: a JVM whose heap is full is in no state to go on, and ends. */
    private static Fault leak(Arena arena, Part part) {
        Path leakNow = arena.chain.home().resolve("leak-now");
        return new Fault(
                "F27 the heap of " + part.title() + " is full: it ends by itself, and is started again",
                1_000,
                () -> {
                    delete(leakNow);
                    Path agent = AgentJar.of(Leak.class, arena.chain.home().resolve("leak.jar"));
                    arena.chain.end(part);
                    arena.chain.upWith(Map.of("JDK_JAVA_OPTIONS", "-javaagent:" + agent + "=" + leakNow));
                    arena.load(CROWD);
                    create(leakNow);
                    awaitEnd(arena, part);
                },
                () -> {
                    delete(leakNow);
                    arena.chain.up();
                });
    }

    private static void awaitEnd(Arena arena, Part part) {
        long began = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(DIES_WITHIN)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !arena.chain.runs(part));
            arena.note(part.title() + " ended " + (System.nanoTime() - began) / 1_000_000 + " ms after its leak began");
        } catch (ConditionTimeoutException e) {
            arena.say("L4 F27 %s goes on with a full heap: VIOLATION", part.title());
            arena.violated();
            arena.kill(part);
        }
    }

    private static Fault noMoreFiles(Arena arena, Part part) {
        ProcessLimits limits = new ProcessLimits(arena);
        return new Fault(
                "F28 " + part.title() + " may open " + MORE_FILES + " more files and connections",
                5_000,
                () -> {
                    if (!limits.fewMoreFiles(part.title(), MORE_FILES)) {
                        arena.say("L4 F28 left out, this machine has no prlimit");
                    }
                    arena.load(CROWD);
                },
                () -> limits.manyFiles(part.title()));
    }

    private static void create(Path file) {
        try {
            Path ignored = Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            boolean ignored = Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
