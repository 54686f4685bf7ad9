package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** B9: a year of a store in the dashboard, beside the same sums as a GROUP BY over all its orders, those taken over included. */
final class Dashboard implements Benchmark {

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String title() {
        return "Dashboard query beside the same figures by GROUP BY";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws SQLException {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String path =
                "/hq/v1/reports/days?from=" + today.minusDays(365) + "&to=" + today + "&storeId=" + town.storeId();
        double[] ours = new double[plan.rounds()];
        double[] control = new double[plan.rounds()];
        try (Connection connection = bed.database("mendian_analytics")) {
            for (int round = 0; round < plan.rounds(); round++) {
                Load.Result reads =
                        Anchors.gets(bed.gatewayPort(), path, bed.hq().token(), 1, plan.seconds() / 2);
                outcome.expect(reads.failed() == 0, "reads failed: " + reads.firstFailure());
                ours[round] = reads.millis(50);
                control[round] = groupBy(connection, town.storeId(), today.minusDays(365));
            }
        }
        Statistics.Interval ratio = Statistics.ratio(ours, control, plan.seed());
        return outcome.figure("a year of days through the gateway p50", Statistics.median(ours), "ms")
                .figure("GROUP BY over the orders", Statistics.median(control), "ms")
                .atMost("ours ÷ GROUP BY", ratio.value(), "", 1, ratio.toString());
    }

    private static double groupBy(Connection connection, String storeId, LocalDate from) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT business_date, SUM(orders), SUM(pieces), SUM(sales_minor), SUM(discount_minor), SUM(received_minor),
                    SUM(stored_minor)
                FROM fact_order WHERE store_id = ? AND business_date >= ? GROUP BY business_date
                """)) {
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
