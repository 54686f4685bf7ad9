package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** B8: how fast the relay empties an outbox that a long outage of the broker has filled; nobody consumes the topic. */
final class Drain implements Benchmark {

    private static final String SCHEMA = "mendian_booking";
    private static final String CONTROL = "mendian_bench";
    private static final String TOPIC = "mendian.bench.drain";
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
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        int[] sizes = plan.brief() ? new int[] {4_000, 16_000} : new int[] {10_000, 30_000, 100_000};
        int events = plan.brief() ? 10_000 : 40_000;
        long[] told = new long[1];
        try (Connection connection = bed.database(SCHEMA);
                Connection aside = bed.database(CONTROL);
                PlainRelay plain = new PlainRelay(bed, CONTROL, "booking-service")) {
            try (Statement statement = aside.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS outbox LIKE " + SCHEMA + ".outbox");
            }
            growth(connection, sizes, plan, outcome);
            Rounds rounds = Rounds.of(plan.brief() ? 3 : 4, round -> {
                told[0] += events;
                double broker = anchors.kafkaNow(events);
                double ours = events / drain(connection, events, "round" + round);
                fill(aside, "mendian.bench.single", plan.brief() ? 200 : 1_000, "round" + round);
                return new double[] {ours, broker, plain.oneByOne()};
            });
            Statistics.Interval share = rounds.ratio(0, 1, plan.seed());
            Statistics.Interval single = rounds.ratio(0, 2, plan.seed());
            outcome.figure("events", rounds.median(0), "/s")
                    .figure("P-kafka", rounds.median(1), "/s")
                    .figure("control: read one, send, wait, delete", rounds.median(2), "/s")
                    .atLeast("÷ P-kafka", share.value(), "", 0.5, rounds.note(share))
                    .atLeast("÷ one at a time", single.value(), "", 10, rounds.note(single));
        }
        TopicOrder order = TopicOrder.of(bed.kafka(), TOPIC);
        long expected = told[0] + sizes[0] + Arrays.stream(sizes).sum();
        return outcome.figure("read back", order.events(), "", order.twice() + " of them a second time")
                .atMost("order violations", order.outOfOrder(), "", 0, "")
                .expect(order.outOfOrder() == 0, order.outOfOrder() + " events came before their predecessor")
                .expect(order.events() == expected, expected + " events told, but " + order.events() + " arrived");
    }

    private static void growth(Connection connection, int[] sizes, Plan plan, Outcome outcome) throws SQLException {
        double[] seconds = new double[sizes.length];
        double[] counts = new double[sizes.length];
        List<Outcome.Point> curve = new ArrayList<>();
        double ignored = drain(connection, sizes[0], "warm");
        for (int i = 0; i < sizes.length; i++) {
            seconds[i] = drain(connection, sizes[i], "size" + i);
            counts[i] = sizes[i];
            curve.add(new Outcome.Point(sizes[i], seconds[i]));
        }
        outcome.law("growth exponent", Statistics.exponent(counts, seconds, plan.seed()), 1.03, "")
                .curve(new Outcome.Series("drain", "events", "s", curve));
    }

    /** In one transaction, so that the relay sees all of it at once. */
    private static void fill(Connection connection, String topic, int events, String round) throws SQLException {
        connection.setAutoCommit(false);
        String payload = "{\"text\":\"" + "x".repeat(800) + "\"}";
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (?, ?, ?, ?, 'bench.drain.v1', '', UTC_TIMESTAMP(6), ?)
                """)) {
            for (int i = 0; i < events; i++) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, topic);
                insert.setString(3, round + "-" + i % KEYS);
                insert.setLong(4, i / KEYS + 1);
                insert.setString(5, payload);
                insert.addBatch();
                if (i % 1000 == 999) {
                    int[] ignored = insert.executeBatch();
                }
            }
            int[] ignored = insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Fills the outbox and waits until it is empty. */
    private static double drain(Connection connection, int events, String round) throws SQLException {
        fill(connection, TOPIC, events, round);
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
