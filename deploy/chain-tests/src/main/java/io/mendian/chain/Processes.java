package io.mendian.chain;

import io.mendian.embedded.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is done to processes of a chain from outside. {@code run}: where they are recorded. */
record Processes(Path run) {

    /** Lets no file of a server grow beyond so many bytes, -1: as it was. False where that cannot be had. */
    boolean limitFiles(String server, long bytes) {
        return ServerProcess.onPath("prlimit").isPresent()
                && done("prlimit", "--pid", pid(server), "--fsize=" + (bytes < 0 ? "unlimited" : Long.toString(bytes)));
    }

    void signal(String name, String signal) {
        if (!done("kill", signal, pid(name))) {
            throw new IllegalStateException("kill " + signal + " " + name + " failed");
        }
    }

    private String pid(String name) {
        return Long.toString(ServerProcess.running(run, name).orElseThrow().pid());
    }

    private static boolean done(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets the cache at this port forget everything, while it runs. */
    static void emptyRedis(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis did not take FLUSHALL");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
