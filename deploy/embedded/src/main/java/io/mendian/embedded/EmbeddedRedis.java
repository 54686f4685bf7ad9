package io.mendian.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Redis server on 127.0.0.1 that holds only what can be lost: it forgets the least used when full and writes nothing to disk. */
public final class EmbeddedRedis extends EmbeddedServer {

    public static final String NAME = "redis";

    private static final Map<String, String> BINARIES = Map.of(
            "amd64", "redis-server-6.2.6-v5-linux-amd64",
            "aarch64", "redis-server-6.2.7-linux-arm64");

    /** How to run it. {@code persistent}: keep a snapshot over restarts. 0 as the port: any free one. */
    public record Settings(int port, int maxMemoryMb, boolean persistent) {}

    private EmbeddedRedis(Running running, boolean startedHere) {
        super(running, startedHere);
    }

    /** The server that already runs in this folder, if any. */
    public static Optional<EmbeddedRedis> running(Path folder) {
        return running(folder, NAME).map(running -> new EmbeddedRedis(running, false));
    }

    /** Starts the server in this folder and returns when it answers. */
    public static EmbeddedRedis start(Path folder, Settings settings) {
        Optional<EmbeddedRedis> already = running(folder);
        if (already.isPresent()) {
            return already.get();
        }
        String binary = binary();
        Path software = Software.unpacked(binary, target -> unpack(binary, target));
        return atPort(folder, NAME, settings.port(), port -> start(folder, settings, software.resolve(binary), port));
    }

    private static EmbeddedRedis start(Path folder, Settings settings, Path program, int port) {
        Path home = folder.resolve(NAME).toAbsolutePath();
        List<String> command = List.of(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                HOST,
                "--daemonize",
                "no",
                "--dir",
                home.toString(),
                "--maxmemory",
                settings.maxMemoryMb() + "mb",
                "--maxmemory-policy",
                "allkeys-lru",
                "--save",
                settings.persistent() ? "60 1" : "",
                "--appendonly",
                "no");
        ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                NAME, command, Map.of(), home, runFolder(folder).toAbsolutePath()));
        rememberPort(folder, NAME, port);
        process.waitUntilReady(Duration.ofSeconds(30), () -> answers(port, ping(), answer -> answer.read() == '+'));
        return new EmbeddedRedis(new Running(process, port), true);
    }

    /** {@code redis://127.0.0.1:port}. */
    public String url() {
        return "redis://" + address();
    }

    private static byte[] ping() {
        return "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static String binary() {
        String binary =
                "Linux".equals(System.getProperty("os.name")) ? BINARIES.get(System.getProperty("os.arch")) : null;
        if (binary == null) {
            throw new ServerFailure(
                    "The embedded Redis runs on 64-bit Linux only. Name a server with --redis instead.");
        }
        return binary;
    }

    private static void unpack(String binary, Path target) throws IOException {
        Software.copyResource(binary, target.resolve(binary));
        Software.makeExecutable(target.resolve(binary));
    }
}
