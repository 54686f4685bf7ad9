package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Relays as textbooks have them, over an outbox like ours: one row at a time, or every half second and never woken. */
final class PlainRelay implements AutoCloseable {

    private static final long POLL_NANOS = 500_000_000;
    /** By then the service's own relay has asked for its lease again, in vain. */
    private static final long HANDOVER_NANOS = 3_000_000_000L;

    private static final int BATCH = 500;

    private final Connection connection;
    private final KafkaProducer<String, byte[]> producer;
    private final String source;
    private volatile boolean running;
    private volatile String failure = "";
    private @Nullable Thread thread;

    PlainRelay(Bed bed, String schema, String service) throws SQLException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bed.kafka());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        this.source = "/mendian/" + service;
        this.connection = bed.database(schema);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads one, sends it, waits for the broker's word, deletes it; answers how many a second. */
    double oneByOne() throws SQLException, InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        int moved = 0;
        for (int one = move(1); one == 1; one = move(1)) {
            moved++;
        }
        return moved / ((System.nanoTime() - begin) / 1e9);
    }

    /** Takes the lease from the service's own relay and keeps it; from then on events wait for the next half second. */
    void pollOnly() throws SQLException {
        running = true;
        lease("UTC_TIMESTAMP(6) + INTERVAL 5 SECOND");
        thread = Thread.ofPlatform().name("poll-only").start(this::poll);
        LockSupport.parkNanos(HANDOVER_NANOS);
    }

    private void poll() {
        try {
            while (running) {
                lease("UTC_TIMESTAMP(6) + INTERVAL 5 SECOND");
                while (move(BATCH) == BATCH) {
                    // there is more
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (SQLException | ExecutionException e) {
            failure = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lease(String until) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE outbox_relay SET owner = 'bench', leased_until = " + until + " WHERE id = 1");
        }
    }

    private int move(int most) throws SQLException, InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement oldest = connection.prepareStatement("""
                SELECT id, event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload
                FROM outbox ORDER BY id LIMIT ?
                """)) {
            oldest.setInt(1, most);
            try (ResultSet row = oldest.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    acks.add(producer.send(message(row)));
                }
            }
        }
        if (most > 1) {
            producer.flush();
        }
        for (Future<RecordMetadata> ack : acks) {
            RecordMetadata ignored = ack.get();
        }
        delete(ids);
        return ids.size();
    }

    private void delete(List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            int[] ignored = delete.executeBatch();
        }
    }

    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.getString(3), null, row.getString(4), row.getBytes(9));
        message.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(row.getString(2)))
                .add("ce_source", bytes(source))
                .add("ce_type", bytes(row.getString(6)))
                .add("ce_subject", bytes(row.getString(4)))
                .add(
                        "ce_time",
                        bytes(row.getObject(8, java.time.LocalDateTime.class)
                                .atOffset(ZoneOffset.UTC)
                                .toString()))
                .add("ce_sequence", bytes(row.getString(5)))
                .add("ce_traceparent", bytes(row.getString(7)))
                .add("content-type", bytes("application/json"));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty unless the relay broke. */
    String failure() {
        return failure;
    }

    /** The service's own relay goes on at its next look. */
    @Override
    public void close() throws SQLException {
        running = false;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lease("'2000-01-01 00:00:00'");
        }
        producer.close();
        connection.close();
    }
}
