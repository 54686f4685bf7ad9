package io.mendian.runtime.event;

import io.mendian.runtime.crash.CrashPoints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends outbox rows in the order of their ids, waits for the broker's word, deletes them. While the outbox is full it is a few
 * batches ahead of that word. The producer itself repeats without end and keeps the order within a partition; a record it
 * never took ends the round, and nothing after it is sent. A second relay may send a row again but never before its
 * predecessor, so first deliveries stay in order; the lease only saves that work.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    /** Batches that may wait for the broker while the next is read. */
    private static final int AHEAD = 3;

    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration ALARM = Duration.ofMinutes(5);

    /** What was handed to the producer, and why it stopped taking more. */
    private record Batch(
            SentIds ids,
            List<Future<RecordMetadata>> acks,
            @Nullable RuntimeException refused) {}

    private final OutboxTable table;
    private final Producer<String, byte[]> producer;
    private final OutboxNudge nudge;
    private final byte[] source;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(OutboxTable table, Producer<String, byte[]> producer, OutboxNudge nudge, String source) {
        this.table = table;
        this.producer = producer;
        this.nudge = nudge;
        this.source = bytes("/mendian/" + source);
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
                drain();
                pause = Duration.ofMillis(100);
                nudge.await(POLL);
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

    /** Sends all that is there; returns when nothing is left or another relay has the lease. */
    void drain() throws InterruptedException, ExecutionException {
        Deque<Batch> waiting = new ArrayDeque<>();
        SentIds sent = new SentIds();
        try {
            boolean full = true;
            while (full) {
                List<OutboxTable.Row> rows = table.oldest(sent, BATCH);
                full = rows.size() == BATCH;
                if (!rows.isEmpty() && table.leased()) {
                    waiting.add(send(rows, sent));
                } else {
                    full = false;
                }
                settle(waiting, full ? AHEAD : 0);
            }
            settle(waiting, 0);
        } catch (RuntimeException | ExecutionException e) {
            // what is on its way arrives before anything is sent again
            producer.flush();
            throw e;
        }
    }

    private Batch send(List<OutboxTable.Row> rows, SentIds sent) {
        if (table.age(rows.getFirst()).compareTo(ALARM) > 0) {
            LOG.error("ALARM the oldest event waits since {}", rows.getFirst().at());
        }
        SentIds ids = new SentIds(rows.size());
        List<Future<RecordMetadata>> acks = new ArrayList<>(rows.size());
        for (OutboxTable.Row row : rows) {
            try {
                Future<RecordMetadata> ack = producer.send(recordOf(row));
                if (ack.state() == Future.State.FAILED) {
                    // without a word from the broker the producer does not throw, and would take the next one
                    throw new KafkaException("not taken", ack.exceptionNow());
                }
                acks.add(ack);
            } catch (RuntimeException e) {
                return new Batch(ids, acks, e);
            }
            ids.add(row.id());
            sent.add(row.id());
        }
        return new Batch(ids, acks, null);
    }

    /** Waits for the broker's word on the oldest batches until only so many wait, and deletes them. */
    private void settle(Deque<Batch> waiting, int leave) throws InterruptedException, ExecutionException {
        Batch last = waiting.peekLast();
        RuntimeException refused = last == null ? null : last.refused();
        int left = refused == null ? leave : 0;
        if (left == 0) {
            producer.flush();
        }
        while (waiting.size() > left) {
            Batch batch = waiting.removeFirst();
            for (Future<RecordMetadata> ack : batch.acks()) {
                ack.get();
            }
            CrashPoints.at("outbox", "acknowledged");
            table.delete(batch.ids());
        }
        if (refused != null) {
            throw refused;
        }
    }

    private ProducerRecord<String, byte[]> recordOf(OutboxTable.Row row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), null, row.key(), row.payload());
        message.headers()
                .add("ce_specversion", VERSION)
                .add("ce_id", bytes(row.eventId()))
                .add("ce_source", source)
                .add("ce_type", bytes(row.type()))
                .add("ce_subject", bytes(row.key()))
                .add("ce_time", bytes(row.at().atOffset(ZoneOffset.UTC).toString()))
                .add("ce_sequence", bytes(Long.toString(row.seq())))
                .add("ce_traceparent", bytes(row.trace()))
                .add("content-type", JSON);
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
