package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedKafka;
import io.mendian.embedded.EmbeddedMariaDb;
import io.mendian.embedded.EmbeddedRedis;
import io.mendian.embedded.ServerProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole chain on this machine: three servers and a JVM per part. Starting is repeatable: what runs is left alone, what is missing or
 * has died is started. Only processes that an earlier start recorded are ever stopped.
 */
public final class Chain {

    private static final List<String> SERVERS = List.of(EmbeddedMariaDb.NAME, EmbeddedKafka.NAME, EmbeddedRedis.NAME);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration RECORDING_PATIENCE = Duration.ofSeconds(180);

    private final Folders folders;
    private final Progress progress;

    public Chain(Folders folders, Progress progress) {
        this.folders = folders;
        this.progress = progress;
    }

    /** Starts what does not run yet and returns when every part is healthy. True when anything had to be started. */
    public boolean up(UpOptions options) {
        folders.create();
        try (Lock lock = Lock.on(folders)) {
            lock.requireHeld();
            if (options.reset()) {
                reset(options);
            }
            Map<Part, Path> jars = jars();
            requireFreePorts(options, jars.keySet());
            Keys keys = new Keys(folders.keys());
            keys.createMissing();
            String rootPassword = keys.password("database-root");
            Servers servers = new Servers(folders, options, progress);
            Servers.Addresses addresses = servers.addresses(rootPassword);
            PartLauncher launcher = new PartLauncher(folders, options, addresses, keys);
            requireSameSettings(launcher, jars.keySet());
            Map<Part, AppFiles> apps = new EnumMap<>(Part.class);
            SideBySide.run(
                    2,
                    List.of(
                            job(() -> servers.start(rootPassword)),
                            job(() -> jars.forEach((part, jar) ->
                                    apps.put(part, AppFiles.unpack(part.title(), jar, folders.apps()))))));
            Schemas.create(addresses.database(), passwords(keys, jars.keySet()), addresses.usersFrom());
            return startParts(launcher, apps, options.ports());
        }
    }

    /** Stops every part, then the servers; what {@link #up} did not start is not touched. Returns the names of what was stopped. */
    public List<String> down() {
        if (!Files.isDirectory(folders.run())) {
            return List.of();
        }
        try (Lock lock = Lock.on(folders)) {
            lock.requireHeld();
            return stopAll();
        }
    }

    /** What was ever started here, and how it does. */
    public List<PartState> status() {
        return names().map(this::state).toList();
    }

    /** The process of a part, if it runs. */
    public Optional<ServerProcess> process(Part part) {
        return ServerProcess.running(folders.run(), part.title());
    }

    /** Whether the process of a part that was started last became healthy, be it alive or not. */
    public boolean becameHealthy(Part part) {
        return RunRecord.read(folders.run(), part.title())
                .filter(entry -> entry.startMillis() > 0)
                .isPresent();
    }

    /** Starts those of the embedded servers that do not run, and no part. */
    public void startServers(UpOptions options) {
        new Servers(folders, options, progress).start(new Keys(folders.keys()).password("database-root"));
    }

    /** Where the chain's servers are, for commands that measure or examine them. */
    public record Access(DatabaseAddress database, String kafka, String redis) {}

    public Access access(UpOptions options) {
        Servers.Addresses found =
                new Servers(folders, options, progress).addresses(new Keys(folders.keys()).password("database-root"));
        return new Access(found.database(), found.kafka(), found.redis());
    }

    /** A JVM with a part's class path, flags and settings that runs another main class, which {@code own} brings; it is recorded as {@code name}. */
    public ServerProcess inside(Part part, UpOptions options, String name, Path own, List<String> mainAndArguments) {
        Access access = access(options);
        PartLauncher launcher = new PartLauncher(
                folders,
                options,
                new Servers.Addresses(access.database(), access.kafka(), access.redis(), "127.0.0.1"),
                new Keys(folders.keys()));
        AppFiles app = AppFiles.unpack(part.title(), jar(folders.project().resolve(part.module())), folders.apps());
        return launcher.inside(part, app, name, own, mainAndArguments);
    }

    /**
     * A second instance of a part beside the one that {@link #up} keeps, at a port of its own; returns when it is healthy.
     * It is recorded as {@code <part>-2}, and ended by who asked for it.
     */
    public ServerProcess beside(Part part, UpOptions options, int port) {
        Access access = access(options);
        PartLauncher launcher = new PartLauncher(
                folders,
                options,
                new Servers.Addresses(access.database(), access.kafka(), access.redis(), "127.0.0.1"),
                new Keys(folders.keys()));
        AppFiles app = AppFiles.unpack(part.title(), jar(folders.project().resolve(part.module())), folders.apps());
        return launcher.beside(part, app, part.title() + "-2", port);
    }

    /** Whether a part that runs will write its start cache when it is stopped. */
    public boolean records() {
        return names().anyMatch(this::isRecording);
    }

    /** One line of the status. {@code process} is empty for a part that is not running; {@code startMillis} is 0 while it is starting. */
    public record PartState(
            String name, Optional<ServerProcess> process, int port, long startMillis, boolean healthy) {}

    private PartState state(String name) {
        Optional<ServerProcess> process = ServerProcess.running(folders.run(), name);
        RunRecord entry = RunRecord.read(folders.run(), name).orElse(new RunRecord(0, 0, "", false));
        boolean healthy = process.isPresent() && (SERVERS.contains(name) || Health.isUp(entry.port()));
        return new PartState(name, process, entry.port(), entry.startMillis(), healthy);
    }

    private Stream<String> names() {
        Stream<String> all =
                Stream.concat(SERVERS.stream(), Arrays.stream(Part.values()).map(Part::title));
        return all.filter(name -> Files.exists(folders.run().resolve(name + ".part")));
    }

    private boolean startParts(PartLauncher launcher, Map<Part, AppFiles> apps, PortPlan ports) {
        List<Part> started = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Callable<@Nullable Void>> jobs = new ArrayList<>();
        for (Part part : startOrder(apps)) {
            jobs.add(job(() -> {
                PartLauncher.Outcome outcome = launcher.start(part, java.util.Objects.requireNonNull(apps.get(part)));
                String said = outcome.alreadyRunning() ? "already running" : Progress.seconds(outcome.took());
                progress.part(part.title(), "127.0.0.1:" + ports.of(part), said);
                if (!outcome.alreadyRunning()) {
                    started.add(part);
                }
            }));
        }
        SideBySide.run(CORES + 1, jobs);
        return !started.isEmpty();
    }

    /** The biggest first, so that no core is idle at the end. */
    private static List<Part> startOrder(Map<Part, AppFiles> apps) {
        return apps.keySet().stream()
                .sorted(Comparator.comparingInt(Part::heapMb).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<String> stopAll() {
        List<String> stopped = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Callable<@Nullable Void>> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.add(job(() -> stop(part.title(), stopped)));
        }
        if (names().anyMatch(this::isRecording)) {
            progress.say(
                    "This was the first run of this build: every JVM now writes its start cache, which takes about a minute.");
        }
        SideBySide.run(CORES, parts);
        List<Callable<@Nullable Void>> servers = new ArrayList<>();
        for (String name : SERVERS) {
            servers.add(job(() -> stop(name, stopped)));
        }
        SideBySide.run(SERVERS.size(), servers);
        return List.copyOf(stopped);
    }

    private void stop(String name, List<String> stopped) {
        Optional<ServerProcess> process = ServerProcess.running(folders.run(), name);
        if (process.isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        boolean recording = isRecording(name);
        boolean gentle = process.get().stop(recording ? RECORDING_PATIENCE : STOP_PATIENCE);
        if (gentle && recording) {
            StartCache.keepRecording(folders.apps().resolve(name));
        }
        String how = gentle ? "stopped" : "had to be killed";
        String extra = gentle && recording ? ", wrote its start cache (once)" : "";
        progress.part(
                name, "", how + " after " + Progress.seconds(Duration.ofNanos(System.nanoTime() - begin)) + extra);
        stopped.add(name);
    }

    private boolean isRecording(String name) {
        return ServerProcess.running(folders.run(), name).isPresent()
                && RunRecord.read(folders.run(), name).map(RunRecord::recording).orElse(false);
    }

    private void reset(UpOptions options) {
        List<String> ignored = stopAll();
        DatabaseAddress database = options.external().database();
        if (database != null) {
            progress.say("Dropping the mendian_* schemas on " + database);
            Schemas.drop(database);
        }
        folders.wipe();
        folders.create();
        progress.say("All data in " + folders.home() + " is gone; starting afresh.");
    }

    /** The executable jars of the modules that this tree has. A module without sources is left out, one without its jar is an error. */
    private Map<Part, Path> jars() {
        Map<Part, Path> jars = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Path module = folders.project().resolve(part.module());
            if (Files.isDirectory(module.resolve("src/main"))) {
                jars.put(part, jar(module));
            }
        }
        if (jars.isEmpty()) {
            throw new CommandFailure(folders.project() + " is not a checked-out Mendian project.");
        }
        return jars;
    }

    private static Path jar(Path module) {
        try (Stream<Path> files =
                Files.isDirectory(module.resolve("target")) ? Files.list(module.resolve("target")) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(module + " is not built. Run: mvn -DskipTests package"));
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + module + ": " + e.getMessage(), e);
        }
    }

    private void requireFreePorts(UpOptions options, Iterable<Part> parts) {
        PortPlan ports = options.ports();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Part part : parts) {
            wanted.put(part.title(), ports.of(part));
        }
        if (options.external().database() == null) {
            wanted.put(EmbeddedMariaDb.NAME, ports.mariaDb());
        }
        if (options.external().kafka() == null) {
            wanted.put(EmbeddedKafka.NAME, ports.kafka());
        }
        if (options.external().redis() == null) {
            wanted.put(EmbeddedRedis.NAME, ports.redis());
        }
        List<String> taken = new ArrayList<>();
        wanted.forEach((name, port) ->
                PortCheck.complaint(folders.run(), name, port, ports).ifPresent(taken::add));
        if (!taken.isEmpty()) {
            throw new CommandFailure(String.join("\n", taken));
        }
    }

    private static void requireSameSettings(PartLauncher launcher, Iterable<Part> parts) {
        List<String> complaints = new ArrayList<>();
        parts.forEach(part -> launcher.complaint(part).ifPresent(complaints::add));
        if (!complaints.isEmpty()) {
            throw new CommandFailure(
                    String.join("\n", complaints) + "\nStop the chain first (deploy/down), then start it anew.");
        }
    }

    private static Map<Part, String> passwords(Keys keys, Iterable<Part> parts) {
        Map<Part, String> passwords = new EnumMap<>(Part.class);
        for (Part part : parts) {
            if (part.isService()) {
                passwords.put(part, keys.password(part.title()));
            }
        }
        return passwords;
    }

    private static Callable<@Nullable Void> job(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** One command at a time works on a state folder. */
    private record Lock(FileChannel channel, boolean held) implements AutoCloseable {

        static Lock on(Folders folders) {
            try {
                FileChannel channel = FileChannel.open(
                        folders.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                return new Lock(channel, channel.tryLock() != null);
            } catch (IOException e) {
                throw new CommandFailure("Cannot lock " + folders.home() + ": " + e.getMessage(), e);
            }
        }

        void requireHeld() {
            if (!held) {
                throw new CommandFailure(
                        "Another command is working on this chain right now. Wait until it has ended.");
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new CommandFailure("Cannot unlock: " + e.getMessage(), e);
            }
        }
    }
}
