package io.mendian.runtime.event;

import io.mendian.runtime.crash.CrashPoints;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends outbox rows in the order of their ids, waits for the broker's word, deletes them. The producer itself repeats
 * without end and keeps the order within a partition; a record it never took ends the round, and nothing after it is
 * sent. A second relay may send a row again but never before its predecessor, so first deliveries stay in order; the
 * lease only saves that work.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration ALARM = Duration.ofMinutes(5);

    private record Row(
            long id,
            String eventId,
            String topic,
            String key,
            long seq,
            String type,
            String trace,
            Instant at,
            String payload) {}

    private final JdbcTemplate jdbc;
    private final Producer<String, byte[]> producer;
    private final OutboxNudge nudge;
    private final String source;
    private final Clock clock;
    private final String self = UUID.randomUUID().toString();
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(JdbcTemplate jdbc, Producer<String, byte[]> producer, OutboxNudge nudge, String source, Clock clock) {
        this.jdbc = jdbc;
        this.producer = producer;
        this.nudge = nudge;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        Duration pause = Duration.ofMillis(100);
        while (running) {
            try {
                int sent = round();
                pause = Duration.ofMillis(100);
                if (sent < BATCH) {
                    nudge.await(POLL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | ExecutionException e) {
                LOG.warn("outbox waits {} ms: {}", pause.toMillis(), e.toString());
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** One batch; returns how many rows were sent. */
    int round() throws InterruptedException, ExecutionException {
        List<Row> rows = oldest();
        if (rows.isEmpty() || !holdsLease()) {
            return 0;
        }
        if (Duration.between(rows.getFirst().at(), clock.instant()).compareTo(ALARM) > 0) {
            LOG.error("ALARM the oldest event waits since {}", rows.getFirst().at());
        }
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        RuntimeException refused = null;
        for (Row row : rows) {
            try {
                acks.add(producer.send(recordOf(row)));
            } catch (RuntimeException e) {
                refused = e;
                break;
            }
        }
        producer.flush();
        for (Future<RecordMetadata> ack : acks) {
            ack.get();
        }
        CrashPoints.at("outbox", "acknowledged");
        delete(rows.subList(0, acks.size()));
        if (refused != null) {
            throw refused;
        }
        return rows.size();
    }

    private List<Row> oldest() {
        return jdbc.query(
                """
                SELECT id, event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload
                FROM outbox ORDER BY id LIMIT ?
                """,
                (row, n) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getTimestamp(8).toInstant(),
                        row.getString(9)),
                BATCH);
    }

    /** A lease that ends later than any honest one was taken by a clock that ran ahead: nobody waits for its end. */
    private boolean holdsLease() {
        Instant now = clock.instant();
        return jdbc.update(
                        """
                        UPDATE outbox_relay SET owner = ?, leased_until = ?
                        WHERE id = 1 AND (owner = ? OR leased_until < ? OR leased_until > ?)
                        """,
                        self,
                        Timestamp.from(now.plus(LEASE)),
                        self,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LEASE).plus(LEASE)))
                == 1;
    }

    private void delete(List<Row> rows) {
        if (!rows.isEmpty()) {
            List<Object> ids = rows.stream().map(row -> (Object) row.id()).toList();
            String marks = String.join(", ", java.util.Collections.nCopies(ids.size(), "?"));
            jdbc.update("DELETE FROM outbox WHERE id IN (" + marks + ")", ids.toArray());
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Row row) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), null, row.key(), row.payload().getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", row.eventId());
        header(message, "ce_source", "/mendian/" + source);
        header(message, "ce_type", row.type());
        header(message, "ce_subject", row.key());
        header(message, "ce_time", row.at().atOffset(ZoneOffset.UTC).toString());
        header(message, "ce_sequence", Long.toString(row.seq()));
        header(message, "ce_traceparent", row.trace());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
