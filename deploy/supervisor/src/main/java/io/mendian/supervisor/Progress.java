package io.mendian.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what is going on, one line per part that is done. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Says nothing; for tests. */
    public static Progress silent() {
        return new Progress(new PrintStream(
                java.io.OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    void part(String name, String place, String what) {
        say(String.format(Locale.ROOT, "  %-20s %-22s %s", name, place, what));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
