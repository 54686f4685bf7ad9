package io.mendian.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A child process that outlives this JVM. It writes to a log file, is recorded in a pid file, and is only ever signalled when the
 * recorded {@link ProcessMark} still matches, so that a stranger who got the same pid is never hit.
 */
public final class ServerProcess {

    private static final long LOG_KEPT_BYTES = 16L << 20;
    private static final Duration POLL = Duration.ofMillis(25);

    private final String name;
    private final ProcessMark mark;
    private final Path pidFile;
    private final Path log;

    private ServerProcess(String name, ProcessMark mark, Path pidFile, Path log) {
        this.name = name;
        this.mark = mark;
        this.pidFile = pidFile;
        this.log = log;
    }

    /** What to start. {@code folder} takes {@code <name>.pid} and {@code <name>.log}; the environment is added to our own. */
    public record Start(
            String name, List<String> command, Map<String, String> environment, Path workingFolder, Path folder) {}

    /** Starts the process in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
    public static ServerProcess start(Start start) {
        Path pidFile = pidFile(start.folder(), start.name());
        Path log = logFile(start.folder(), start.name());
        List<String> command = new ArrayList<>(start.command());
        onPath("setsid").ifPresent(setsid -> command.addFirst(setsid.toString()));
        try {
            Files.createDirectories(start.folder());
            Files.createDirectories(start.workingFolder());
            rotate(log);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(start.workingFolder().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(start.environment());
            Process process = builder.start();
            ProcessMark mark = ProcessMark.of(process.pid())
                    .orElseThrow(() -> new ServerFailure(start.name() + " ended at once." + lastWords(log)));
            writeAtomically(pidFile, mark.text());
            return new ServerProcess(start.name(), mark, pidFile, log);
        } catch (IOException e) {
            throw new ServerFailure(start.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** The process recorded by an earlier run, if it is still the same one and alive. A stale record is removed. */
    public static Optional<ServerProcess> running(Path folder, String name) {
        Path pidFile = pidFile(folder, name);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            Optional<ProcessMark> mark =
                    ProcessMark.parse(Files.readString(pidFile)).filter(ProcessMark::isAlive);
            if (mark.isEmpty()) {
                Files.deleteIfExists(pidFile);
            }
            return mark.map(alive -> new ServerProcess(name, alive, pidFile, logFile(folder, name)));
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + pidFile + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return mark.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return mark.isAlive();
    }

    /** Asks with SIGTERM, waits up to the given time, then kills. Returns whether the process went by itself. */
    public boolean stop(Duration patience) {
        signal(false);
        boolean gentle = waitForEnd(patience);
        if (!gentle) {
            signal(true);
            if (!waitForEnd(Duration.ofSeconds(10))) {
                throw new ServerFailure(name + " (pid " + pid() + ") does not end, not even by SIGKILL.");
            }
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServerFailure("Cannot remove " + pidFile + ": " + e.getMessage(), e);
        }
        return gentle;
    }

    /** Waits until the check passes. A process that dies or stays silent is reported with the end of its log. */
    public void waitUntilReady(Duration patience, ReadyCheck check) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!check.passes()) {
            if (!isAlive()) {
                throw new ServerFailure(name + " ended while starting." + lastWords(log));
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(name + " is not ready after " + patience.toSeconds() + " s (pid " + pid() + ")."
                        + lastWords(log));
            }
            pause();
        }
    }

    /** Asked again and again until it says yes. */
    @FunctionalInterface
    public interface ReadyCheck {
        boolean passes();
    }

    /** The last lines of a log and its place, ready to be appended to a message. */
    public static String lastWords(Path log) {
        try {
            if (!Files.exists(log)) {
                return "\n  It wrote no log (" + log + ").";
            }
            List<String> lines = new String(tail(log, 16_384), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String last = String.join("\n  | ", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
            return "\n  The end of its log " + log + ":\n  | " + last;
        } catch (IOException e) {
            return "\n  Its log " + log + " cannot be read: " + e.getMessage();
        }
    }

    /** A program on the PATH. */
    public static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static void writeAtomically(Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void signal(boolean force) {
        if (isAlive()) {
            // whether the signal was taken shows in waitForEnd
            ProcessHandle.of(pid()).ifPresent(handle -> {
                boolean ignored = force ? handle.destroyForcibly() : handle.destroy();
            });
        }
    }

    private boolean waitForEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while waiting for a server.", e);
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] tail(Path log, int bytes) throws IOException {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - bytes));
            return java.nio.channels.Channels.newInputStream(channel).readNBytes(bytes);
        }
    }

    private static Path pidFile(Path folder, String name) {
        return folder.resolve(name + ".pid");
    }

    private static Path logFile(Path folder, String name) {
        return folder.resolve(name + ".log");
    }
}
