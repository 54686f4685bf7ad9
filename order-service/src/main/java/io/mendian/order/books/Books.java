package io.mendian.order.books;

import io.mendian.order.OrderProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invariants of orders, payments and refunds, each one statement, run live. */
@Component
public class Books {

    private static final int SHOWN = 20;
    private static final Duration PROCESSES_END_WITHIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final OrderProperties settings;
    private final Clock clock;

    Books(JdbcClient jdbc, OrderProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The books of a service. */
    public record Report(String service, List<Check> checks) {}

    /** One invariant: how many rows were looked at, and which break it (the first 20). */
    public record Check(
            String name, String scope, boolean balanced, long checked, long durationMillis, List<String> offenders) {}

    public Report run() {
        Instant now = clock.instant();
        Timestamp placing =
                Timestamp.from(now.minus(settings.placingStuckAfter()).minus(PROCESSES_END_WITHIN));
        Timestamp paying = Timestamp.from(now.minus(Duration.ofMinutes(3)));
        return new Report(
                "order",
                Invariants.ALL.stream().map(one -> check(one, placing, paying)).toList());
    }

    private Check check(Invariant invariant, Timestamp placing, Timestamp paying) {
        long began = System.nanoTime();
        long checked = jdbc.sql(invariant.counted()).query(Long.class).single();
        List<String> offenders = jdbc.sql(invariant.offenders() + " LIMIT " + SHOWN)
                .param("placing", placing)
                .param("paying", paying)
                .query(String.class)
                .list();
        long millis = (System.nanoTime() - began) / 1_000_000;
        return new Check(invariant.name(), invariant.scope(), offenders.isEmpty(), checked, millis, offenders);
    }
}
