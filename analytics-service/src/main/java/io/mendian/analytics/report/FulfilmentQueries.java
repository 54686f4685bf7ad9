package io.mendian.analytics.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of what is to be handed over. */
@Component
public class FulfilmentQueries {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration within;

    FulfilmentQueries(JdbcClient jdbc, Clock clock, @Value("${mendian.hand-over-within:PT48H}") Duration within) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.within = within;
    }

    /** Of the scope's stores, whatever its dates; the {@code limit} (1 to 200) that wait longest by name. */
    public FulfilmentReport of(ReportScope scope, int limit) {
        Instant late = clock.instant().minus(within);
        ReportScope stores = new ReportScope(scope.stores(), null, null);
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("SELECT status, COUNT(*) FROM agg_fulfilment " + stores.where() + "AND step < 3 GROUP BY status")
                .params(stores.parameters())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        long overdue = jdbc.sql(
                        "SELECT COUNT(*) FROM agg_fulfilment " + stores.where() + "AND step = 1 AND since < :late")
                .params(stores.parameters())
                .param("late", Timestamp.from(late))
                .query(Long.class)
                .single();
        return new FulfilmentReport(
                counts.getOrDefault("TO_PREPARE", 0L),
                counts.getOrDefault("READY", 0L),
                counts.getOrDefault("TO_SHIP", 0L),
                counts.getOrDefault("SHIPPED", 0L),
                overdue,
                within.toHours(),
                waiting(stores, late, limit));
    }

    private List<FulfilmentReport.Waiting> waiting(ReportScope stores, Instant late, int limit) {
        return jdbc.sql("SELECT order_id, store_id, handing, status, since FROM agg_fulfilment " + stores.where()
                        + "AND step = 1 ORDER BY since, order_id LIMIT :limit")
                .params(stores.parameters())
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> {
                    Instant since = row.getTimestamp(5).toInstant();
                    return new FulfilmentReport.Waiting(
                            Long.toString(row.getLong(1)),
                            Long.toString(row.getLong(2)),
                            row.getString(3),
                            row.getString(4),
                            since,
                            since.isBefore(late));
                })
                .list();
    }
}
