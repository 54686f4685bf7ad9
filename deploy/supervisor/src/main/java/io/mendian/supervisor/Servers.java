package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedKafka;
import io.mendian.embedded.EmbeddedMariaDb;
import io.mendian.embedded.EmbeddedRedis;
import io.mendian.embedded.EmbeddedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Database, broker and cache of a chain: embedded ones are started, external ones taken as they are. */
final class Servers {

    private static final int BUFFER_POOL_MB = 128;
    private static final int DEFAULT_PARTITIONS = 6;
    private static final int KAFKA_HEAP_MB = 256;
    private static final int REDIS_MB = 64;

    private final Folders folders;
    private final UpOptions options;
    private final Progress progress;

    Servers(Folders folders, UpOptions options, Progress progress) {
        this.folders = folders;
        this.options = options;
        this.progress = progress;
    }

    /** Where the parts find them. {@code usersFrom}: the host that the database sees the services coming from. */
    record Addresses(DatabaseAddress database, String kafka, String redis, String usersFrom) {}

    /** Starts the embedded ones among them, which will be found at {@link #addresses}. */
    void start(String rootPassword) {
        External external = options.external();
        PortPlan ports = options.ports();
        SideBySide.run(
                3,
                List.of(
                        embedded(
                                external.database(),
                                EmbeddedMariaDb.NAME,
                                () -> EmbeddedMariaDb.start(
                                        folders.home(),
                                        new EmbeddedMariaDb.Settings(
                                                ports.mariaDb(),
                                                BUFFER_POOL_MB,
                                                true,
                                                true,
                                                rootPassword,
                                                options.databaseOptions()))),
                        embedded(
                                external.kafka(),
                                EmbeddedKafka.NAME,
                                () -> EmbeddedKafka.start(
                                        folders.home(),
                                        new EmbeddedKafka.Settings(
                                                ports.kafka(),
                                                ports.kafkaController(),
                                                DEFAULT_PARTITIONS,
                                                KAFKA_HEAP_MB,
                                                options.wiring().port(null, EmbeddedKafka.NAME, ports.kafka())))),
                        embedded(
                                external.redis(),
                                EmbeddedRedis.NAME,
                                () -> EmbeddedRedis.start(
                                        folders.home(), new EmbeddedRedis.Settings(ports.redis(), REDIS_MB, false)))));
    }

    /** Where they are or will be. */
    Addresses addresses(String rootPassword) {
        External external = options.external();
        PortPlan ports = options.ports();
        DatabaseAddress database = external.database();
        return new Addresses(
                database == null ? new DatabaseAddress("127.0.0.1", ports.mariaDb(), "root", rootPassword) : database,
                orElse(external.kafka(), "127.0.0.1:" + ports.kafka()),
                orElse(external.redis(), "redis://127.0.0.1:" + ports.redis()),
                database == null ? "127.0.0.1" : "%");
    }

    private Callable<@Nullable Void> embedded(
            @Nullable Object external, String name, Callable<? extends EmbeddedServer> start) {
        return () -> {
            if (external != null) {
                progress.part(name.equals(EmbeddedMariaDb.NAME) ? "database" : name, external.toString(), "external");
                return null;
            }
            long begin = System.nanoTime();
            EmbeddedServer server = start.call();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (server.startedHere()) {
                RunRecord.write(folders.run(), name, new RunRecord(server.port(), took.toMillis(), "", false));
            }
            progress.part(name, server.address(), server.startedHere() ? Progress.seconds(took) : "already running");
            return null;
        };
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }
}
