package io.mendian.runtime.alarm;

import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows that a person has to look at: one per kind and subject while it is open, in the transaction that found it. */
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int LONGEST_FACTS = 4000;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher listeners;
    private final Audit audit;

    Alarms(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher listeners, Audit audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.listeners = listeners;
    }

    /** An alarm as headquarters sees it. */
    public record Alarm(
            String id,
            String kind,
            String subject,
            Map<String, Object> facts,
            Instant raisedAt,
            @Nullable Instant clearedAt,
            @Nullable String clearedReason) {}

    /** The alarms of one service. */
    public record OfService(String service, List<Alarm> alarms) {}

    /** Told in the transaction of the clearing, so that a feature can settle what the alarm stood for. */
    public record Cleared(String kind, String subject) {}

    /** Nothing when an alarm of this kind and subject is open already. Facts name no person. */
    public void raise(String kind, String subject, Map<String, ?> facts) {
        String text = json.writeValueAsString(facts);
        if (text.length() > LONGEST_FACTS) {
            text = json.writeValueAsString(Map.of("text", text.substring(0, LONGEST_FACTS / 2)));
        }
        int rows = jdbc.sql("""
                        INSERT IGNORE INTO alarm (kind, subject, facts, raised_at, open_mark) VALUES (?, ?, ?, ?, 1)
                        """)
                .params(kind, subject, text, Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            LOG.error("ALARM {} {}: {}", kind, subject, text);
        }
    }

    public void raise(String kind, String subject, String text) {
        raise(kind, subject, Map.of("text", text));
    }

    /** The cause is gone; nothing when no such alarm is open. */
    public void clear(String kind, String subject) {
        jdbc.sql("""
                        UPDATE alarm SET open_mark = NULL, cleared_at = ?
                        WHERE kind = ? AND subject = ? AND open_mark = 1
                        """).params(Timestamp.from(clock.instant()), kind, subject).update();
    }

    /** A person has dealt with it and says how; false when it is not open. */
    @Transactional
    public boolean clear(long id, Caller caller, String reason) {
        int rows = jdbc.sql("""
                        UPDATE alarm SET open_mark = NULL, cleared_at = ?, cleared_by = ?, cleared_reason = ?
                        WHERE id = ? AND open_mark = 1
                        """)
                .params(Timestamp.from(clock.instant()), caller.subject(), reason, id)
                .update();
        if (rows == 1) {
            Cleared cleared = jdbc.sql("SELECT kind, subject FROM alarm WHERE id = ?")
                    .param(id)
                    .query((row, n) -> new Cleared(row.getString(1), row.getString(2)))
                    .single();
            listeners.publishEvent(cleared);
            audit.add(caller, "ALARM_CLEARED", cleared.kind() + ":" + cleared.subject(), Map.of("reason", reason));
        }
        return rows == 1;
    }

    /** The newest first, older than {@code cursor}; open ones, or those that were cleared. */
    public List<Alarm> list(boolean open, @Nullable Long cursor, int limit) {
        return jdbc.sql("""
                        SELECT id, kind, subject, facts, raised_at, cleared_at, cleared_reason FROM alarm
                        WHERE open_mark IS %s AND id < ? ORDER BY id DESC LIMIT ?
                        """.formatted(open ? "NOT NULL" : "NULL"))
                .params(cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query((row, n) -> new Alarm(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        json.readValue(row.getString(4), FACTS),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant(),
                        row.getString(7)))
                .list();
    }

    /** How many are open, by kind. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT kind, COUNT(*) FROM alarm WHERE open_mark = 1 GROUP BY kind")
                .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
