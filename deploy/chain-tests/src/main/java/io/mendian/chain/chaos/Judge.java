package io.mendian.chain.chaos;

import io.mendian.chain.Answered;
import io.mendian.chain.Customers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Says what came of a trial. Two things are judged apart: liveness, everything has come to its end within 60 s of the healing;
 * and safety, what came of it is right.
 */
final class Judge {

    private static final long MOST_MILLIS = 60_000;

    private final FaultLog log;
    private final Path logs;
    private final Deaths deaths;
    private int trials;
    private int violations;
    private int late;
    private long slowest;
    private long trialBegan = System.nanoTime();

    /** {@code logs}: where all programs write theirs; {@code deaths}: who was killed meanwhile. */
    Judge(FaultLog log, Path logs, Deaths deaths) {
        this.log = log;
        this.logs = logs;
        this.deaths = deaths;
    }

    /** Waits until all is final, and judges. False: what these customers know is spoilt now. */
    boolean judge(String what, Customers customers) {
        trials++;
        long began = System.nanoTime();
        Watch watch = new Watch(log, Integer.toString(trials), customers);
        try (watch) {
            compare(what, customers, began, watch);
            return true;
        } catch (ConditionTimeoutException e) {
            late++;
            spoilt(what, "NEVER FINAL (liveness)", e);
        } catch (AssertionError | RuntimeException e) {
            if (watch.gaveUp()) {
                late++;
                spoilt(what, "NEVER FINAL (liveness)", e);
            } else {
                violation(what, e);
            }
        }
        return false;
    }

    private void compare(String what, Customers customers, long began, Watch watch) {
        watch.at("customers come to their end");
        customers.finish();
        watch.at("orders, refunds and events come to theirs");
        customers.settle();
        long millis = (System.nanoTime() - began) / 1_000_000;
        slowest = Math.max(slowest, millis);
        boolean tooLate = millis > MOST_MILLIS;
        if (tooLate) {
            late++;
            keepLogs();
        }
        watch.at("all is compared");
        customers.compare();
        log.say(
                "%-68s final after %5.1f s, judged after %5.1f s, %d orders, trial %5.1f s%s",
                what,
                millis / 1000.0,
                secondsSince(began),
                customers.answered(),
                secondsSince(trialBegan),
                tooLate ? "  LATE (liveness)" : "");
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The next trial begins. */
    void begin() {
        trialBegan = System.nanoTime();
    }

    /** Something was not as it has to be, also in the middle of a trial. */
    void violation(String what, Throwable why) {
        violations++;
        spoilt(what, "VIOLATION (safety)", why);
    }

    /** Something that is judged elsewhere was not as it has to be. */
    void violated() {
        violations++;
        keepLogs();
    }

    private void spoilt(String what, String verdict, Throwable why) {
        log.say("%-68s %s %s", what, verdict, why);
        StringWriter where = new StringWriter();
        why.printStackTrace(new PrintWriter(where));
        log.note(where.toString());
        keepLogs();
    }

    private void keepLogs() {
        log.keep(logs, "violation-" + (violations + late));
    }

    Figures figures() {
        return new Figures(trials, deaths.counted(), deaths.atPoints(), violations, late, slowest);
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%d trials, %d kills, %s, %d answers asked for again: %d violations of safety, %d later than 60 s (slowest %.1f s)",
                trials,
                deaths.counted(),
                deaths,
                Answered.askedAgain(),
                violations,
                late,
                slowest / 1000.0);
    }
}
