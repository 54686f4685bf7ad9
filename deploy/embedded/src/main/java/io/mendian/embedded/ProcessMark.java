package io.mendian.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names one process for good: its pid, the moment it started and the boot of the machine it started under. A pid alone is given to
 * another process sooner or later; a mark never matches anything but the process it was taken from.
 */
public record ProcessMark(long pid, String started, String boot) {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** The mark of a living process; empty when there is none with this pid (a zombie counts as gone). */
    public static Optional<ProcessMark> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pid) : fromHandle(pid);
    }

    /** Reads what {@link #text} wrote; empty for anything else, such as the torn file of a crashed run. */
    public static Optional<ProcessMark> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessMark(Long.parseLong(parts[0]), parts[1], parts[2]));
    }

    public String text() {
        return pid + " " + started + " " + boot + "\n";
    }

    /** Whether exactly this process still runs, not merely one with its number. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static Optional<ProcessMark> fromProc(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            // the command's name is in brackets and may hold anything, so the fields are counted from the last bracket
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return isGone(pid, fields[STATE])
                    ? Optional.empty()
                    : Optional.of(new ProcessMark(pid, fields[START_TICKS], bootId()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A killed process is gone when its last thread is: until then it may hold ports and file locks, though it reads as a zombie. */
    private static boolean isGone(long pid, String state) throws IOException {
        if (!"Z".equals(state) && !"X".equals(state)) {
            return false;
        }
        try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
            return threads.count() <= 1;
        }
    }

    private static String bootId() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }

    private static Optional<ProcessMark> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli)
                .map(millis -> new ProcessMark(pid, Long.toString(millis), "-"));
    }
}
