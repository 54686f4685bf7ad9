package io.mendian.runtime.alarm;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Raises an alarm while the oldest event waits longer than five minutes for the broker, and clears it afterwards. */
final class OutboxWatch {

    static final String KIND = "OUTBOX_WAITS";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final Alarms alarms;
    private final Clock clock;

    OutboxWatch(JdbcTemplate jdbc, Alarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    void look() {
        List<Timestamp> oldest =
                jdbc.queryForList("SELECT occurred_at FROM outbox ORDER BY id LIMIT 1", Timestamp.class);
        if (!oldest.isEmpty()
                && oldest.getFirst().toInstant().isBefore(clock.instant().minus(PATIENCE))) {
            alarms.raise(
                    KIND,
                    "outbox",
                    Map.of("since", oldest.getFirst().toInstant().toString()));
        } else {
            alarms.clear(KIND, "outbox");
        }
    }
}
