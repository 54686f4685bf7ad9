package io.mendian.supervisor.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a long work is, how fast it goes and how long it will still take: one line every two seconds. */
final class Meter {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final long total;
    private final long before;
    private final long began = System.nanoTime();
    private long done;
    private long shown = began;

    /** @param before how much an earlier run had done */
    Meter(PrintStream out, String what, long total, long before) {
        this.out = out;
        this.total = total;
        this.before = before;
        this.done = before;
        out.printf(
                Locale.ROOT,
                "%s: %,d%s%n",
                what,
                total,
                before == 0 ? "" : String.format(Locale.ROOT, " (%,d done before)", before));
    }

    synchronized void add(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - shown >= EVERY) {
            shown = now;
            double rate = rate();
            long left = rate == 0 ? 0 : Math.round((total - done) / rate);
            out.printf(
                    Locale.ROOT,
                    "  %,9d of %,d  %5.1f %%  %,7.0f/s  %s left%n",
                    done,
                    total,
                    100.0 * done / total,
                    rate,
                    time(left));
        }
    }

    /** How many a second this run did. */
    double rate() {
        return (done - before) / Math.max(seconds(), 0.001);
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    synchronized void end() {
        out.printf(Locale.ROOT, "  %,9d of %,d in %.1f s, %,.0f a second%n", done, total, seconds(), rate());
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
