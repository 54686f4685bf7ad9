package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** B9: a year of a store in the dashboard, beside the same sums as a GROUP BY over all its orders, those taken over included; and how soon it shows a sale while others sell. */
final class Dashboard implements Benchmark {

    private static final String SCAN = "IGNORE INDEX (fact_order_by_date, fact_order_by_store)";

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String title() {
        return "Dashboard query beside the same figures by GROUP BY";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate from = today.minusDays(365);
        String path = "/hq/v1/reports/days?from=" + from + "&to=" + today + "&storeId=" + town.storeId();
        try (Connection connection = bed.database("mendian_analytics")) {
            Rounds rounds = Rounds.of(plan.rounds(), round -> {
                double ours = read(bed, path, plan.seconds() / 2, outcome);
                double grouped = groupBy(connection, town.storeId(), from, "");
                return new double[] {ours, grouped, groupBy(connection, town.storeId(), from, SCAN)};
            });
            Statistics.Interval ratio = rounds.ratio(0, 1, plan.seed());
            Statistics.Interval scan = rounds.ratio(0, 2, plan.seed());
            outcome.figure("a year of days through the gateway p50", rounds.median(0), "ms", "idle")
                    .figure("GROUP BY over the orders", rounds.median(1), "ms", "by index of store and date")
                    .figure("P-scan", rounds.median(2), "ms", "the database reads every order of the chain")
                    .atMost("ours ÷ GROUP BY", ratio.value(), "", 1, rounds.note(ratio))
                    .figure("ours ÷ P-scan", scan.value(), "", rounds.note(scan));
        }
        whileSelling(bed, plan, path, outcome);
        return outcome;
    }

    private static double read(Bed bed, String path, double seconds, Outcome outcome) {
        Load.Result reads = Anchors.gets(bed.gatewayPort(), path, bed.hq().token(), 1, seconds);
        outcome.expect(reads.failed() == 0, "reads failed: " + reads.firstFailure());
        return reads.millis(50);
    }

    /** The first store sells at half of what the chain can do; the second one sells now and then and is looked at. */
    private static void whileSelling(Bed bed, Plan plan, String path, Outcome outcome) throws Exception {
        Town quiet = Town.neighbour(bed);
        String sku = quiet.product(1_000, 100_000);
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String report = "/hq/v1/reports/summary?from=" + today + "&to=" + today + "&storeId=" + quiet.storeId();
        try (Wire till = new Wire(bed.gatewayPort(), quiet.clerk().token());
                Wire hq = new Wire(bed.gatewayPort(), bed.hq().token());
                HalfLoad load = HalfLoad.begin(bed, plan)) {
            FanOut.Sale sale = new FanOut.Sale(
                    till,
                    Api.json(with(
                            "lines",
                            List.of(with("skuId", sku, "quantity", 1)),
                            "cash",
                            with("receivedMinor", 1_000))));
            Histogram lag = FanOut.lag(
                    outcome,
                    "the dashboard",
                    () -> FanOut.number(hq, report, "orders"),
                    sale,
                    plan.brief() ? 5 : 60,
                    FanOut.LOOK_AGAIN_BESIDE_LOAD_NANOS);
            double query = read(bed, path, plan.seconds(), outcome);
            String failure = load.end();
            String note = String.format(Locale.ROOT, "beside %.0f orders a second", load.rate());
            outcome.atMost("freshness p99 while selling", lag.getValueAtPercentile(99) / 1e6, "ms", 1_000, note)
                    .figure("freshness p50 while selling", lag.getValueAtPercentile(50) / 1e6, "ms")
                    .figure("a year of days while selling p50", query, "ms", note)
                    .expect(failure.isEmpty(), "the load beside it failed: " + failure);
        }
    }

    private static double groupBy(Connection connection, String storeId, LocalDate from, String how)
            throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT business_date, SUM(orders), SUM(pieces), SUM(sales_minor), SUM(discount_minor), SUM(received_minor),
                    SUM(stored_minor)
                FROM fact_order %s WHERE store_id = ? AND business_date >= ? GROUP BY business_date
                """.formatted(how))) {
            query.setLong(1, Long.parseLong(storeId));
            query.setObject(2, from);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long ignored = rows.getLong(2);
                }
            }
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
