package io.mendian.simulation;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What happened, in the order in which it happened; and a sum of it, by which two runs can be compared. */
final class Trace {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private @Nullable PrintStream out;
    private boolean summing;
    private long sum;
    private long lines;

    void to(@Nullable PrintStream stream) {
        out = stream;
    }

    void sumUp(boolean on) {
        summing = on;
        sum = 0;
        lines = 0;
    }

    long sum() {
        return sum * 31 + lines;
    }

    boolean isOn() {
        return out != null || summing;
    }

    void write(Scheduler scheduler, String who, String what) {
        String line = what.replaceAll("\\s+", " ");
        if (summing) {
            sum = sum * 1_000_003 + (scheduler.nowMicros() + who + line).hashCode();
            lines++;
        }
        if (out != null) {
            String at = TIME.format(Instant.EPOCH.plusMillis(scheduler.nowMicros() / 1_000));
            out.println(at + " [" + who + "] " + (line.length() > 160 ? line.substring(0, 160) + "…" : line));
        }
    }
}
