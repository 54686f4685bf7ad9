package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** B8: how fast the relay empties an outbox that a long outage of the broker has filled; nobody consumes the topic. */
final class Drain implements Benchmark {

    private static final String SCHEMA = "mendian_booking";
    private static final int KEYS = 1_000;

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String title() {
        return "Draining a full outbox";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws SQLException {
        Outcome outcome = new Outcome(id(), title());
        int[] sizes = plan.brief() ? new int[] {4_000, 16_000} : new int[] {10_000, 30_000, 100_000};
        int rounds = plan.brief() ? 3 : 5;
        double[] seconds = new double[sizes.length];
        double[] counts = new double[sizes.length];
        double[] ours = new double[rounds];
        double[] brokers = new double[rounds];
        List<Outcome.Point> curve = new ArrayList<>();
        try (Connection connection = bed.database(SCHEMA)) {
            drain(connection, sizes[0], "warm");
            for (int i = 0; i < sizes.length; i++) {
                seconds[i] = drain(connection, sizes[i], "size" + i);
                counts[i] = sizes[i];
                curve.add(new Outcome.Point(sizes[i], seconds[i]));
            }
            int events = plan.brief() ? 10_000 : 30_000;
            for (int round = 0; round < rounds; round++) {
                brokers[round] = anchors.kafkaNow(events);
                ours[round] = events / drain(connection, events, "round" + round);
            }
        }
        Statistics.Interval share = Statistics.ratio(ours, brokers, plan.seed());
        Statistics.Interval b = Statistics.exponent(counts, seconds, plan.seed());
        return outcome.figure("events", Statistics.median(ours), "/s")
                .figure("P-kafka", Statistics.median(brokers), "/s")
                .atLeast("÷ P-kafka", share.value(), "", 0.5, share.toString())
                .law("growth exponent", b, 1.03, "")
                .curve(new Outcome.Series("drain", "events", "s", curve));
    }

    /** Fills the outbox in one transaction, so that the relay sees all of it at once, and waits until it is empty. */
    private static double drain(Connection connection, int events, String round) throws SQLException {
        connection.setAutoCommit(false);
        String payload = "{\"text\":\"" + "x".repeat(800) + "\"}";
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (?, 'mendian.bench.drain', ?, ?, 'bench.drain.v1', '', UTC_TIMESTAMP(6), ?)
                """)) {
            for (int i = 0; i < events; i++) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, round + "-" + i % KEYS);
                insert.setLong(3, i / KEYS + 1);
                insert.setString(4, payload);
                insert.addBatch();
                if (i % 1000 == 999) {
                    int[] ignored = insert.executeBatch();
                }
            }
            int[] ignored = insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        long begin = System.nanoTime();
        try (Statement left = connection.createStatement()) {
            while (true) {
                try (ResultSet row = left.executeQuery("SELECT 1 FROM outbox LIMIT 1")) {
                    if (!row.next()) {
                        return (System.nanoTime() - begin) / 1e9;
                    }
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
