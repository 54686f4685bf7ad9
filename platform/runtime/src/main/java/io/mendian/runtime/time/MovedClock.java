package io.mendian.runtime.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A clock that goes wrong by as many seconds as stand in a file, for trials of moved clocks. Asked for by
 * {@code MENDIAN_CLOCK_FOLDER}, which no installation sets; without it the clock is the system's.
 */
public final class MovedClock extends Clock {

    private static final Duration LOOKED_UP = Duration.ofMillis(50);

    private final List<Path> files;
    private final Clock system;
    private volatile Offset offset;

    private record Offset(long readAt, Duration by) {}

    private MovedClock(List<Path> files, Clock system) {
        this.files = files;
        this.system = system;
        this.offset = new Offset(System.nanoTime(), read(files));
    }

    /**
     * The system's clock, or, where a folder is named, one moved by the seconds in its files {@code all} and {@code
     * <part>}, which may change at any time.
     */
    public static Clock in(String folder, String part) {
        Clock system = Clock.systemUTC();
        return folder.isBlank()
                ? system
                : new MovedClock(List.of(Path.of(folder, "all"), Path.of(folder, part)), system);
    }

    @Override
    public Instant instant() {
        Offset known = offset;
        long now = System.nanoTime();
        if (now - known.readAt > LOOKED_UP.toNanos()) {
            known = new Offset(now, read(files));
            offset = known;
        }
        return system.instant().plus(known.by);
    }

    private static Duration read(List<Path> files) {
        long seconds = 0;
        for (Path file : files) {
            try {
                String text = Files.exists(file) ? Files.readString(file).strip() : "";
                seconds += text.matches("[+-]?\\d{1,9}") ? Long.parseLong(text) : 0;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return Duration.ofSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : system.withZone(zone);
    }
}
