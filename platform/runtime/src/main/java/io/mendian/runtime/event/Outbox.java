package io.mendian.runtime.event;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.BulkInsert;
import io.mendian.runtime.persistence.UtcTime;
import io.mendian.runtime.web.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events in the transaction of the change they tell of. The next sequence of each key is drawn under a row lock
 * that lasts until commit, so per key the order of the rows is the order of the commits.
 */
public class Outbox {

    /** The largest event, in bytes of JSON; stays below the broker's limit. */
    static final int LARGEST = 900_000;

    /** So many of the largest fit into one statement whatever the server's limit of a packet. */
    private static final int FEW = 8;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final OutboxNudge nudge;

    Outbox(JdbcTemplate jdbc, JsonMapper json, Clock clock, OutboxNudge nudge) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DomainEvent event) {
        addAll(List.of(event));
    }

    /** Adds many events with a handful of statements. Keys are locked in sorted order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(List<? extends DomainEvent> events) {
        Map<String, List<DomainEvent>> byTopic = new TreeMap<>();
        for (DomainEvent event : events) {
            byTopic.computeIfAbsent(typeOf(event).topic(), topic -> new ArrayList<>())
                    .add(event);
        }
        events.forEach(event -> CrashPoints.at("outbox.adding", typeOf(event).type()));
        byTopic.forEach((topic, ofTopic) -> {
            if (ofTopic.size() <= FEW) {
                addFew(topic, ofTopic);
            } else {
                addMany(topic, ofTopic);
            }
        });
        if (!events.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    events.forEach(event ->
                            CrashPoints.at("outbox.committed", typeOf(event).type()));
                    nudge.wake();
                }
            });
        }
    }

    /** The usual case, one statement shorter: each row reads the number that this transaction has just drawn. */
    private void addFew(String topic, List<DomainEvent> events) {
        TreeMap<String, Long> left = drawSequences(topic, events);
        LocalDateTime now = UtcTime.of(clock.instant());
        String trace = Traces.current();
        List<Object> parameters = new ArrayList<>();
        for (DomainEvent event : events) {
            long after = left.merge(event.key(), -1L, Long::sum);
            Collections.addAll(parameters, UUID.randomUUID().toString(), topic, event.key());
            Collections.addAll(parameters, after, topic, event.key());
            Collections.addAll(parameters, typeOf(event).type(), trace, now, payload(event));
        }
        String row =
                "(?, ?, ?, (SELECT last_seq - ? FROM outbox_sequence WHERE topic = ? AND msg_key = ?), ?, ?, ?, ?)";
        jdbc.update(
                "INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload) VALUES "
                        + String.join(", ", Collections.nCopies(events.size(), row)),
                parameters.toArray());
    }

    private void addMany(String topic, List<DomainEvent> events) {
        Map<String, Long> next = firstOf(topic, drawSequences(topic, events));
        Instant now = clock.instant();
        String trace = Traces.current();
        BulkInsert insert = insert();
        int characters = 0;
        for (DomainEvent event : events) {
            String payload = payload(event);
            if (characters > LARGEST) {
                insert.send(jdbc);
                insert = insert();
                characters = 0;
            }
            characters += payload.length();
            long seq = next.merge(event.key(), 1L, Long::sum) - 1;
            insert.row()
                    .with(UUID.randomUUID().toString())
                    .with(topic)
                    .with(event.key())
                    .with(seq)
                    .with(typeOf(event).type())
                    .with(trace)
                    .with(now)
                    .with(payload);
        }
        insert.send(jdbc);
    }

    private static BulkInsert insert() {
        return new BulkInsert("outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)", 64);
    }

    /** Reserves as many numbers per key as it has events, and gives how many. Keys are locked in sorted order. */
    private TreeMap<String, Long> drawSequences(String topic, List<DomainEvent> events) {
        TreeMap<String, Long> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(event.key(), 1L, Long::sum));
        List<Object> parameters = new ArrayList<>();
        counts.forEach((key, count) -> Collections.addAll(parameters, topic, key, count));
        jdbc.update(
                "INSERT INTO outbox_sequence (topic, msg_key, last_seq) VALUES "
                        + String.join(", ", Collections.nCopies(counts.size(), "(?, ?, ?)"))
                        + " ON DUPLICATE KEY UPDATE last_seq = last_seq + VALUES(last_seq)",
                parameters.toArray());
        return counts;
    }

    /** The first of the numbers that were drawn for each key. */
    private Map<String, Long> firstOf(String topic, TreeMap<String, Long> counts) {
        String marks = String.join(", ", Collections.nCopies(counts.size(), "?"));
        List<Object> keys = new ArrayList<>(List.of(topic));
        keys.addAll(counts.keySet());
        Map<String, Long> first = new HashMap<>();
        jdbc.query(
                "SELECT msg_key, last_seq FROM outbox_sequence WHERE topic = ? AND msg_key IN (" + marks + ")",
                row -> {
                    String key = row.getString(1);
                    first.put(key, row.getLong(2) - counts.getOrDefault(key, 1L) + 1);
                },
                keys.toArray());
        return first;
    }

    private String payload(DomainEvent event) {
        String payload = json.writeValueAsString(event);
        if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalStateException(typeOf(event).type() + " is larger than " + LARGEST + " bytes");
        }
        return payload;
    }

    static EventType typeOf(DomainEvent event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " lacks @EventType");
        }
        return type;
    }
}
