package io.mendian.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Kafka node on 127.0.0.1, broker and KRaft controller in one small JVM. Its jars travel inside ours and meet no other class path. */
public final class EmbeddedKafka extends EmbeddedServer {

    public static final String NAME = "kafka";

    private static final String PLACE = "io/mendian/embedded/";
    private static final int CORRELATION_ID = 0x4d454e44;

    /**
     * How to run it. {@code defaultPartitions}: of topics that come into being on first use. 0 as a port: any free one.
     * {@code advertisedPort}: the port that clients are told; 0: where it listens.
     */
    public record Settings(int port, int controllerPort, int defaultPartitions, int heapMb, int advertisedPort) {

        /** Clients come straight to where it listens. */
        public Settings(int port, int controllerPort, int defaultPartitions, int heapMb) {
            this(port, controllerPort, defaultPartitions, heapMb, 0);
        }
    }

    private EmbeddedKafka(Running running, boolean startedHere) {
        super(running, startedHere);
    }

    /** The server that already runs in this folder, if any. */
    public static Optional<EmbeddedKafka> running(Path folder) {
        return running(folder, NAME).map(running -> new EmbeddedKafka(running, false));
    }

    /** Starts the node in this folder, formatting its storage on the first run, and returns when it answers requests. */
    public static EmbeddedKafka start(Path folder, Settings settings) {
        Optional<EmbeddedKafka> already = running(folder);
        if (already.isPresent()) {
            return already.get();
        }
        List<String> jars = Arrays.asList(
                Software.readResource(PLACE + "kafka.classpath").strip().split(":", -1));
        Path software = Software.unpacked(NAME + "-" + fingerprint(jars), target -> unpack(jars, target));
        return atPort(folder, NAME, settings.port(), port -> start(folder, settings, software, jars, port));
    }

    private static EmbeddedKafka start(Path folder, Settings settings, Path software, List<String> jars, int port) {
        int controllerPort = choosePort(folder, NAME + "-controller", settings.controllerPort());
        Path home = folder.resolve(NAME).toAbsolutePath();
        try {
            Path properties = writeConfiguration(home, settings, port, controllerPort);
            List<String> java = java(software, jars, home, settings.heapMb());
            format(java, home, properties);
            List<String> command = new ArrayList<>(java);
            command.addAll(List.of("kafka.Kafka", properties.toString()));
            ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                    NAME, command, Map.of(), home, runFolder(folder).toAbsolutePath()));
            rememberPort(folder, NAME, port);
            rememberPort(folder, NAME + "-controller", controllerPort);
            process.waitUntilReady(
                    Duration.ofSeconds(90), () -> answers(port, apiVersionsRequest(), EmbeddedKafka::isApiVersions));
            return new EmbeddedKafka(new Running(process, port), true);
        } catch (IOException e) {
            throw new ServerFailure("Kafka could not be prepared in " + home + ": " + e.getMessage(), e);
        }
    }

    private static List<String> java(Path software, List<String> jars, Path home, int heapMb) {
        String classPath = jars.stream()
                .map(jar -> software.resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx" + heapMb + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dlog4j2.configurationFile="
                        + home.resolve("log4j2.properties").toUri(),
                "-cp",
                classPath);
    }

    /**
     * A broker that was killed is let in again only after its old session has run out, hence the short session: 3 s instead of 9. One
     * that was stopped signs off and is let in at once.
     */
    private static Path writeConfiguration(Path home, Settings settings, int port, int controllerPort)
            throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("log4j2.properties"), """
                appender.console.type=Console
                appender.console.name=console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %c{1} - %m%n
                rootLogger.level=warn
                rootLogger.appenderRef.console.ref=console
                """);
        Path properties = home.resolve("server.properties");
        Files.writeString(properties, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%5$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=true
                num.partitions=%4$d
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.coordinator.threads=1
                num.network.threads=2
                num.io.threads=3
                background.threads=2
                log.cleaner.dedupe.buffer.size=4194304
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                """.formatted(
                        port,
                        controllerPort,
                        home.resolve("data"),
                        settings.defaultPartitions(),
                        settings.advertisedPort() == 0 ? port : settings.advertisedPort()));
        return properties;
    }

    private static void format(List<String> java, Path home, Path properties) throws IOException {
        Path marker = home.resolve("data/meta.properties");
        if (Files.exists(marker)) {
            return;
        }
        // a run that was killed while formatting left a folder without the marker
        FileTrees.delete(home.resolve("data"));
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                newClusterId(),
                "--config",
                properties.toString()));
        Path log = home.resolve("format.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0 || !Files.exists(marker)) {
                throw new ServerFailure("Kafka's storage could not be formatted." + ServerProcess.lastWords(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while formatting Kafka's storage.", e);
        }
    }

    private static String newClusterId() {
        byte[] id = new byte[16];
        new java.security.SecureRandom().nextBytes(id);
        // Kafka refuses ids that begin with a dash, since its tools would take them for an option
        id[0] &= 0x7f;
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static void unpack(List<String> jars, Path target) throws IOException {
        for (String jar : jars) {
            Software.copyResource(PLACE + jar, target.resolve(jar));
        }
    }

    private static String fingerprint(List<String> jars) {
        String version = jars.stream()
                .filter(jar -> jar.startsWith("kafka/kafka-clients-"))
                .map(jar -> jar.replaceAll("^.*-|\\.jar$", ""))
                .findFirst()
                .orElse("unknown");
        return version + "-" + HexFormat.of().toHexDigits(String.join(":", jars).hashCode());
    }

    /** ApiVersions in its first version: size, key 18, version 0, a correlation id, no client id. */
    private static byte[] apiVersionsRequest() {
        return java.nio.ByteBuffer.allocate(14)
                .putInt(10)
                .putShort((short) 18)
                .putShort((short) 0)
                .putInt(CORRELATION_ID)
                .putShort((short) -1)
                .array();
    }

    private static boolean isApiVersions(java.io.InputStream answer) throws IOException {
        byte[] head = answer.readNBytes(10);
        if (head.length < 10) {
            return false;
        }
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(head, 4, 6);
        return buffer.getInt() == CORRELATION_ID && buffer.getShort() == 0;
    }
}
