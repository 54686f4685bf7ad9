package io.mendian.runtime.hold;

import io.mendian.runtime.alarm.Alarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Raises an alarm while something is held for hours past its deadline, one per kind of hold, and one while holds wait because
 * order-service does not say how their orders stand; clears them afterwards.
 */
public class KeptHoldsWatch {

    static final String KIND = "HOLD_KEPT_LONG";
    static final String UNANSWERED = "HOLDS_UNANSWERED";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final String ORDERS = "order-service";

    private final OverdueHolds holds;
    private final JdbcTemplate jdbc;
    private final Alarms alarms;
    private final Clock clock;
    private final HoldProperties settings;

    KeptHoldsWatch(OverdueHolds holds, JdbcTemplate jdbc, Alarms alarms, Clock clock, HoldProperties settings) {
        this.holds = holds;
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
        this.settings = settings;
    }

    private record Kept(long orders, Instant since) {}

    /** Looks at every table of holds that this process ends. */
    public void look() {
        holds.tables().forEach(this::look);
        Instant late = clock.instant().minus(LONGEST_SILENCE);
        holds.unansweredSince()
                .filter(since -> !since.isAfter(late))
                .ifPresentOrElse(
                        since -> alarms.raise(UNANSWERED, ORDERS, Map.of("since", since.toString())),
                        () -> alarms.clear(UNANSWERED, ORDERS));
    }

    private void look(HoldTable table) {
        Timestamp before = Timestamp.from(clock.instant().minus(settings.alarmAfter()));
        List<Kept> kept = jdbc.query(
                table.keptSince(),
                (row, n) -> new Kept(
                        row.getLong(1),
                        row.getTimestamp(2) == null
                                ? Instant.EPOCH
                                : row.getTimestamp(2).toInstant()),
                before);
        Kept all = kept.getFirst();
        if (all.orders() == 0) {
            alarms.clear(KIND, table.kind());
            return;
        }
        String eldest = jdbc.queryForList(table.eldest(), Long.class, before).stream()
                .map(id -> Long.toString(id))
                .collect(Collectors.joining(" "));
        alarms.raise(
                KIND,
                table.kind(),
                Map.of("orders", all.orders(), "since", all.since().toString(), "eldest", eldest));
    }
}
