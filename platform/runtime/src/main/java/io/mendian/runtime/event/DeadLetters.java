package io.mendian.runtime.event;

import io.mendian.runtime.alarm.Alarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Events that could not be done, and those that wait behind them; visible, and tried again until they are done. */
final class DeadLetters {

    private static final String ALARM = "DEAD_LETTER";
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final RowMapper<IncomingEvent> EVENT = (row, n) -> new IncomingEvent(
            row.getString("event_id"),
            row.getString("topic"),
            row.getString("msg_key"),
            row.getLong("seq"),
            row.getString("type"),
            row.getTimestamp("occurred_at").toInstant(),
            row.getString("payload"));

    private final JdbcTemplate jdbc;
    private final String consumer;
    private final Clock clock;
    private final Alarms alarms;

    DeadLetters(JdbcTemplate jdbc, String consumer, Clock clock, Alarms alarms) {
        this.alarms = alarms;
        this.jdbc = jdbc;
        this.consumer = consumer;
        this.clock = clock;
    }

    List<String> parkedKeys() {
        return jdbc.queryForList(
                "SELECT DISTINCT msg_key FROM dead_letter WHERE consumer = ? LIMIT 1", String.class, consumer);
    }

    boolean isKeyParked(IncomingEvent event) {
        return !jdbc.queryForList("""
                        SELECT id FROM dead_letter
                        WHERE consumer = ? AND topic = ? AND msg_key = ? AND event_id <> ? LIMIT 1
                        """, Long.class, consumer, event.topic(), event.key(), event.id())
                .isEmpty();
    }

    void park(IncomingEvent event, String reason) {
        Instant now = clock.instant();
        alarms.raise(ALARM, subject(event), Map.of("type", event.type(), "eventId", event.id(), "reason", cut(reason)));
        jdbc.update(
                """
                INSERT IGNORE INTO dead_letter (consumer, event_id, topic, msg_key, seq, type, occurred_at, payload,
                    state, reason, attempts, parked_at, retry_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PARKED', ?, 1, ?, ?)
                """,
                consumer,
                event.id(),
                event.topic(),
                event.key(),
                event.sequence(),
                event.type(),
                Timestamp.from(event.time()),
                event.payload(),
                cut(reason),
                Timestamp.from(now),
                Timestamp.from(now.plus(FIRST_WAIT)));
    }

    /** Whether it was this one who took the event away; the key's alarm is cleared with its last parked event. */
    boolean remove(IncomingEvent event) {
        int rows = jdbc.update("DELETE FROM dead_letter WHERE consumer = ? AND event_id = ?", consumer, event.id());
        if (rows > 0 && next(event) == null) {
            alarms.clear(ALARM, subject(event));
        }
        return rows > 0;
    }

    Optional<IncomingEvent> find(long id) {
        return jdbc.query("SELECT * FROM dead_letter WHERE consumer = ? AND id = ?", EVENT, consumer, id).stream()
                .findFirst();
    }

    /** Those of the same key are tried with the next round. */
    void dueNow(IncomingEvent event) {
        jdbc.update(
                "UPDATE dead_letter SET retry_at = ? WHERE consumer = ? AND topic = ? AND msg_key = ?",
                Timestamp.from(clock.instant()),
                consumer,
                event.topic(),
                event.key());
    }

    private static String subject(IncomingEvent event) {
        return event.topic() + ":" + event.key();
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), 1000));
    }

    /** The first parked event of each key, when its time has come. */
    List<IncomingEvent> due() {
        return jdbc.query("""
                SELECT d.* FROM dead_letter d
                WHERE d.consumer = ? AND d.retry_at <= ?
                  AND d.id = (SELECT MIN(h.id) FROM dead_letter h
                              WHERE h.consumer = d.consumer AND h.topic = d.topic AND h.msg_key = d.msg_key)
                ORDER BY d.id LIMIT 100
                """, EVENT, consumer, Timestamp.from(clock.instant()));
    }

    @Nullable
    IncomingEvent next(IncomingEvent done) {
        return jdbc.query("""
                        SELECT * FROM dead_letter WHERE consumer = ? AND topic = ? AND msg_key = ? ORDER BY id LIMIT 1
                        """, EVENT, consumer, done.topic(), done.key()).stream()
                .findFirst()
                .orElse(null);
    }

    void failedAgain(IncomingEvent event, String reason) {
        Integer attempts = jdbc.queryForObject(
                "SELECT attempts FROM dead_letter WHERE consumer = ? AND event_id = ?",
                Integer.class,
                consumer,
                event.id());
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts == null ? 0 : attempts, 9));
        jdbc.update(
                """
                UPDATE dead_letter SET attempts = attempts + 1, reason = ?, retry_at = ?
                WHERE consumer = ? AND event_id = ?
                """,
                cut(reason),
                Timestamp.from(clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)),
                consumer,
                event.id());
    }

    /** At most 200 parked events, oldest first, without their payload. */
    List<Map<String, Object>> list() {
        return jdbc.queryForList("""
                SELECT CAST(id AS CHAR) AS id, event_id AS eventId, topic, msg_key AS messageKey, seq AS sequence, type,
                    reason, attempts, CAST(parked_at AS CHAR) AS parkedAt, CAST(retry_at AS CHAR) AS retryAt
                FROM dead_letter WHERE consumer = ? ORDER BY dead_letter.id LIMIT 200
                """, consumer);
    }

    /** Makes an event, and with it its key, due at once; false when there is no such event. */
    boolean retryNow(long id) {
        return jdbc.update(
                        "UPDATE dead_letter SET retry_at = ? WHERE consumer = ? AND id = ?",
                        Timestamp.from(clock.instant()),
                        consumer,
                        id)
                == 1;
    }
}
