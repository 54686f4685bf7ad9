package io.mendian.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Database, broker and cache in one folder, started side by side. Servers that already run there are found and used; they are then
 * left alone by {@link #close}.
 */
public final class Embedded implements AutoCloseable {

    private final Path folder;
    private final EmbeddedMariaDb mariaDb;
    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;

    private Embedded(Path folder, EmbeddedMariaDb mariaDb, EmbeddedKafka kafka, EmbeddedRedis redis) {
        this.folder = folder;
        this.mariaDb = mariaDb;
        this.kafka = kafka;
        this.redis = redis;
    }

    /**
     * How to run all three. {@code detached}: they go on when this JVM ends; otherwise they end with it. {@code inMemory}: everything
     * lives in {@code /dev/shm} where there is one and is gone after {@link #stop}.
     */
    public record Options(
            boolean detached,
            boolean inMemory,
            EmbeddedMariaDb.Settings mariaDb,
            EmbeddedKafka.Settings kafka,
            EmbeddedRedis.Settings redis) {

        /** Free ports, no wait for the disk, an open root user, and an end together with the JVM. */
        public static Options forTests() {
            return new Options(
                    false,
                    true,
                    new EmbeddedMariaDb.Settings(0, 128, false, true, "", List.of()),
                    new EmbeddedKafka.Settings(0, 0, 6, 256),
                    new EmbeddedRedis.Settings(0, 64, false));
        }

        public Options withDetached(boolean value) {
            return new Options(value, inMemory, mariaDb, kafka, redis);
        }

        public Options withInMemory(boolean value) {
            return new Options(detached, value, mariaDb, kafka, redis);
        }

        public Options withSnapshotIsolation(boolean value) {
            return new Options(detached, inMemory, mariaDb.withSnapshotIsolation(value), kafka, redis);
        }
    }

    /** Starts what does not yet run in this folder and waits until all three answer. When one fails, the others are stopped again. */
    public static Embedded startAll(Path folder, Options options) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            try (FileChannel channel = FileChannel.open(
                            absolute.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new ServerFailure("Cannot lock " + absolute);
                }
                Embedded started = startSideBySide(dataFolder(absolute, options.inMemory()), options);
                if (!options.detached()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-embedded-servers"));
                }
                return started;
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot use " + absolute + ": " + e.getMessage(), e);
        }
    }

    /** Stops whatever runs in this folder, whoever started it. Returns the names of what was stopped. */
    public static List<String> stopAll(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<String> stopped = new ArrayList<>();
        for (Path place : List.of(absolute, sharedMemory(absolute))) {
            List<EmbeddedServer> running = running(place);
            stopSideBySide(running);
            running.forEach(server ->
                    stopped.add(server.process().pid() + " " + server.getClass().getSimpleName()));
        }
        forget(sharedMemory(absolute));
        return stopped;
    }

    public String dbHost() {
        return EmbeddedServer.HOST;
    }

    public int dbPort() {
        return mariaDb.port();
    }

    /** {@code host:port} of the broker. */
    public String kafka() {
        return kafka.address();
    }

    /** The URL of the cache. */
    public String redis() {
        return redis.url();
    }

    /** The variables by which services and tests are told where to find all this; the database's user is root without password. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MENDIAN_DB_HOST", dbHost());
        variables.put("MENDIAN_DB_PORT", Integer.toString(dbPort()));
        variables.put("MENDIAN_DB_USER", "root");
        variables.put("MENDIAN_DB_PASSWORD", "");
        variables.put("MENDIAN_KAFKA", kafka());
        variables.put("MENDIAN_REDIS", redis());
        return variables;
    }

    /** Stops all three; data in memory is gone afterwards, data on disk stays. */
    public void stop() {
        stopSideBySide(List.of(mariaDb, kafka, redis));
        forget(folder);
    }

    /** Stops what this object started; servers it found running stay. */
    @Override
    public void close() {
        List<EmbeddedServer> own = Stream.of(mariaDb, kafka, redis)
                .filter(EmbeddedServer::startedHere)
                .toList();
        stopSideBySide(own);
        if (own.size() == 3) {
            forget(folder);
        }
    }

    private static Embedded startSideBySide(Path folder, Options options) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var mariaDb = start(threads, () -> EmbeddedMariaDb.start(folder, options.mariaDb()));
            var kafka = start(threads, () -> EmbeddedKafka.start(folder, options.kafka()));
            var redis = start(threads, () -> EmbeddedRedis.start(folder, options.redis()));
            try {
                return new Embedded(folder, mariaDb.join(), kafka.join(), redis.join());
            } catch (CompletionException e) {
                CompletableFuture.allOf(mariaDb, kafka, redis)
                        .exceptionally(ignored -> null)
                        .join();
                stopSideBySide(running(folder));
                forget(folder);
                throw e.getCause() instanceof ServerFailure failure
                        ? failure
                        : new ServerFailure("The servers could not be started: " + e.getMessage(), e);
            }
        }
    }

    private static <T> CompletableFuture<T> start(ExecutorService threads, Supplier<T> server) {
        return CompletableFuture.supplyAsync(server, threads);
    }

    private static List<EmbeddedServer> running(Path folder) {
        return Stream.of(EmbeddedMariaDb.running(folder), EmbeddedKafka.running(folder), EmbeddedRedis.running(folder))
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.toList());
    }

    private static void stopSideBySide(List<? extends EmbeddedServer> servers) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(servers.stream()
                            .map(server -> CompletableFuture.runAsync(server::stop, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static Path dataFolder(Path folder, boolean inMemory) throws IOException {
        Path memory = sharedMemory(folder);
        Path root = memory.getParent();
        if (!inMemory || root == null || !Files.isWritable(root)) {
            return folder;
        }
        if (!Files.isDirectory(memory)) {
            Files.createDirectory(
                    memory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.getOwner(memory).equals(Files.getOwner(folder))) {
            throw new IOException(memory + " belongs to somebody else");
        }
        return memory;
    }

    private static Path sharedMemory(Path folder) {
        String place = folder.toString();
        String mark = java.util
                .UUID
                .nameUUIDFromBytes(place.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return Path.of("/dev/shm", "mendian-" + mark);
    }

    private static void forget(Path folder) {
        if (folder.startsWith("/dev/shm")) {
            try {
                FileTrees.delete(folder);
            } catch (IOException e) {
                throw new ServerFailure("Cannot remove " + folder + ": " + e.getMessage(), e);
            }
        }
    }
}
