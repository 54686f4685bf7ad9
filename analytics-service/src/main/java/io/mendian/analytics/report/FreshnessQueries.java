package io.mendian.analytics.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far behind the figures are. */
@Component
public class FreshnessQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    FreshnessQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** lagMillis: from the last event's commit at its publisher to its place in these figures. */
    public Views.Freshness freshness() {
        long parked =
                jdbc.sql("SELECT COUNT(*) FROM dead_letter").query(Long.class).single();
        Instant now = clock.instant();
        return jdbc.sql("SELECT events, last_event_at, applied_at, last_fact FROM freshness WHERE id = 1")
                .query((row, n) -> {
                    Instant event = row.getTimestamp("last_event_at").toInstant();
                    Instant applied = row.getTimestamp("applied_at").toInstant();
                    return new Views.Freshness(
                            row.getLong("events"),
                            event,
                            applied,
                            Math.max(0, Duration.between(event, applied).toMillis()),
                            row.getObject("last_fact", LocalDate.class),
                            parked,
                            now);
                })
                .optional()
                .orElseGet(() -> new Views.Freshness(0, null, null, null, null, parked, now));
    }

    @Nullable
    Instant lastEventAt() {
        return jdbc.sql("SELECT last_event_at FROM freshness WHERE id = 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
