package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the platform's reports answer for the store and the time of the file; the chain may trade elsewhere meanwhile. */
final class PlatformFigures {

    private static final long PAUSE_MILLIS = 1000;

    private final Headquarters hq;
    private final String storeId;
    private final String period;
    private final PrintStream out;

    PlatformFigures(Headquarters hq, String storeId, LocalDate from, LocalDate to, PrintStream out) {
        this.hq = hq;
        this.storeId = storeId;
        this.period = "?from=" + from + "&to=" + to + "&storeId=" + storeId;
        this.out = out;
    }

    /** Waits until the reports have seen this many orders. Gives the seconds it took; fails when they stand still for too long. */
    double await(long orders, Duration patience) {
        long began = System.nanoTime();
        long moved = began;
        long seen = -1;
        while (true) {
            long now = summary().path("orders").asLong();
            if (now >= orders) {
                return (System.nanoTime() - began) / 1e9;
            }
            if (now != seen) {
                seen = now;
                moved = System.nanoTime();
                out.printf(Locale.ROOT, "  the reports have %,9d of %,d%n", now, orders);
            }
            if (System.nanoTime() - moved > patience.toNanos()) {
                throw new CommandFailure(
                        "The reports stand still at " + now + " of " + orders + " orders for " + patience.toSeconds()
                                + " s. deploy/status tells what runs, deploy/verify whether the books balance.");
            }
            Headquarters.sleep(PAUSE_MILLIS);
        }
    }

    Figures read(LocalDate at) {
        JsonNode summary = summary();
        Map<YearMonth, Figures.Month> months = new TreeMap<>();
        for (JsonNode month : hq.get("/hq/v1/reports/months" + period)) {
            months.put(
                    YearMonth.parse(month.path("month").asString()),
                    new Figures.Month(month.path("orders").asLong(), amount(month)));
        }
        Map<Rfm.Score, Long> rfm = new TreeMap<>();
        for (JsonNode score :
                hq.get("/hq/v1/reports/rfm?at=" + at + "&storeId=" + storeId).path("scores")) {
            Rfm.Score key = new Rfm.Score(
                    score.path("r").asInt(),
                    score.path("f").asInt(),
                    score.path("m").asInt());
            rfm.merge(key, score.path("members").asLong(), Long::sum);
        }
        return new Figures(
                summary.path("members").asLong(),
                summary.path("orders").asLong(),
                summary.path("pieces").asLong(),
                amount(summary),
                months,
                rfm);
    }

    private JsonNode summary() {
        return hq.get("/hq/v1/reports/summary" + period);
    }

    private static long amount(JsonNode node) {
        return node.path("revenueMinor").asLong();
    }
}
