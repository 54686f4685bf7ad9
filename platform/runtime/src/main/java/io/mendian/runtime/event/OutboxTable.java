package io.mendian.runtime.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The relay's side of the outbox: the oldest rows in one snapshot, the lease, and rows that go as soon as they are told. */
final class OutboxTable {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String self = UUID.randomUUID().toString();
    private Instant leasedUntil = Instant.EPOCH;

    OutboxTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(
            long id,
            String eventId,
            String topic,
            String key,
            long seq,
            String type,
            String trace,
            LocalDateTime at,
            byte[] payload) {}

    /** The oldest rows apart from those that were sent. One statement, so that no row is seen without its predecessor. */
    List<Row> oldest(SentIds sent, int limit) {
        return jdbc.query(
                """
                SELECT id, event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload
                FROM outbox WHERE %s ORDER BY id LIMIT %d
                """.formatted(sent.others(), limit),
                (row, n) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDateTime.class),
                        row.getBytes(9)));
    }

    /** Whether this relay may send; asked of the database once half of the lease is over. */
    boolean leased() {
        Instant now = clock.instant();
        if (now.isBefore(leasedUntil.minus(LEASE.dividedBy(2))) && !leasedUntil.isAfter(now.plus(LEASE))) {
            return true;
        }
        Instant until = now.plus(LEASE);
        // a lease that ends later than any honest one was taken by a clock that ran ahead: nobody waits for its end
        boolean ours = jdbc.update(
                        """
                        UPDATE outbox_relay SET owner = ?, leased_until = ?
                        WHERE id = 1 AND (owner = ? OR leased_until < ? OR leased_until > ?)
                        """, self, Timestamp.from(until), self, Timestamp.from(now), Timestamp.from(until.plus(LEASE)))
                == 1;
        leasedUntil = ours ? until : Instant.EPOCH;
        return ours;
    }

    /** Deletes what the broker has taken, run by run: ids in a run are all told, so nothing else can be among them. */
    void delete(SentIds told) {
        if (!told.isEmpty()) {
            jdbc.update("DELETE FROM outbox WHERE " + told.these());
        }
    }

    Duration age(Row row) {
        return Duration.between(row.at().toInstant(ZoneOffset.UTC), clock.instant());
    }
}
