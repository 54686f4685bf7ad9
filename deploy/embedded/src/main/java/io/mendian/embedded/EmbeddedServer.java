package io.mendian.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** A running server of ours: its process, its port on 127.0.0.1, and whether this call started it or found it running. */
public abstract sealed class EmbeddedServer permits EmbeddedMariaDb, EmbeddedKafka, EmbeddedRedis {

    static final String HOST = "127.0.0.1";
    private static final int PROBE_MILLIS = 1000;
    private static final int PORT_ATTEMPTS = 5;

    private final ServerProcess process;
    private final int port;
    private final boolean startedHere;

    EmbeddedServer(Running running, boolean startedHere) {
        this.process = running.process();
        this.port = running.port();
        this.startedHere = startedHere;
    }

    public int port() {
        return port;
    }

    public ServerProcess process() {
        return process;
    }

    /** False when the server was already running in this folder, which then belongs to whoever started it. */
    public boolean startedHere() {
        return startedHere;
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return HOST + ":" + port;
    }

    /** Asks the server to write everything down and end. Its data stays. */
    public void stop() {
        boolean gentle = process.stop(Duration.ofSeconds(30));
        if (!gentle) {
            System.getLogger(EmbeddedServer.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "A server had to be killed; it recovers at its next start. Log: " + process.log());
        }
    }

    /** A process with the port it was given. */
    record Running(ServerProcess process, int port) {}

    static Path runFolder(Path folder) {
        return folder.resolve("run");
    }

    /** What an earlier run left running in this folder. */
    static Optional<Running> running(Path folder, String name) {
        return ServerProcess.running(runFolder(folder), name)
                .flatMap(process -> lastPort(folder, name).map(port -> new Running(process, port)));
    }

    /** The port of the last run in this folder, alive or not. */
    static Optional<Integer> lastPort(Path folder, String name) {
        try {
            Path file = runFolder(folder).resolve(name + ".port");
            return Files.exists(file)
                    ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void rememberPort(Path folder, String name, int port) {
        try {
            Files.createDirectories(runFolder(folder));
            ServerProcess.writeAtomically(runFolder(folder).resolve(name + ".port"), port + "\n");
        } catch (IOException e) {
            throw new ServerFailure("Cannot write into " + runFolder(folder) + ": " + e.getMessage(), e);
        }
    }

    /** The wanted port; for 0 the one of the last run if it is still free, else any free one. */
    static int choosePort(Path folder, String name, int wanted) {
        if (wanted != 0) {
            if (Ports.isTaken(wanted)) {
                throw new ServerFailure("Port " + wanted + " for " + name + " is taken"
                        + Ports.holder(wanted).map(holder -> " by " + holder).orElse("") + ".");
            }
            return wanted;
        }
        return lastPort(folder, name).filter(port -> !Ports.isTaken(port)).orElseGet(Ports::free);
    }

    /** Starts at a chosen port; when somebody else was faster to take it and any port would do, tries another one. */
    static <T> T atPort(Path folder, String name, int wanted, IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            int port = choosePort(folder, name, wanted);
            try {
                return start.apply(port);
            } catch (ServerFailure failure) {
                boolean beaten = ServerProcess.running(runFolder(folder), name).isEmpty() && Ports.isTaken(port);
                if (wanted != 0 || !beaten || attempt == PORT_ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    /** Sends a request and hands the answer's beginning to the judge; false while nobody answers. */
    static boolean answers(int port, byte[] request, AnswerCheck check) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return check.accepts(socket.getInputStream());
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads as much of an answer as it needs to be sure. */
    @FunctionalInterface
    interface AnswerCheck {
        boolean accepts(InputStream answer) throws IOException;
    }
}
