package io.mendian.bench.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What booking-service writes for a seat besides the count: the booking with its keys, its number and its event, in plain SQL. */
final class SeatRecords {

    /** Copied with their keys and checks. */
    static final List<String> TABLES = List.of("booking", "outbox_sequence", "outbox");

    private static final String TOPIC = "mendian.booking";
    private static final long STORE = 712_345_678_901_234_567L;
    private static final AtomicLong IDS = new AtomicLong(1L << 61);

    private SeatRecords() {}

    static void copyTables(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute("DROP TABLE IF EXISTS " + table);
            statement.execute("CREATE TABLE " + table + " LIKE mendian_booking." + table);
        }
    }

    /** In the caller's transaction. */
    static void write(Connection connection, int aClass, long member) throws SQLException {
        long id = IDS.incrementAndGet();
        Instant now = Instant.now();
        Timestamp starts = Timestamp.from(now.plusSeconds(86_400));
        run(
                connection,
                """
                INSERT INTO booking (id, kind, state, store_id, member_key, service_sku_id, session_id, resource_id,
                    place_id, staff_id, starts_at, ends_at, cancel_until, card_use, walk_in, made_at, cancelled)
                VALUES (?, 'CLASS', 'BOOKED', ?, ?, ?, ?, NULL, NULL, NULL, ?, ?, ?, FALSE, FALSE, ?, 0)
                """,
                id,
                STORE,
                member,
                STORE,
                aClass,
                starts,
                Timestamp.from(now.plusSeconds(88_200)),
                starts,
                Timestamp.from(now));
        String key = Long.toString(id);
        run(connection, """
                INSERT INTO outbox_sequence (topic, msg_key, last_seq) VALUES (?, ?, 1)
                ON DUPLICATE KEY UPDATE last_seq = last_seq + 1
                """, TOPIC, key);
        run(
                connection,
                """
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (?, ?, ?, (SELECT last_seq FROM outbox_sequence WHERE topic = ? AND msg_key = ?), ?, ?, ?, ?)
                """,
                UUID.randomUUID().toString(),
                TOPIC,
                key,
                TOPIC,
                key,
                "booking.made.v1",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                Timestamp.from(now),
                payload(id, aClass, member, now));
    }

    private static String payload(long id, int aClass, long member, Instant now) {
        return "{\"bookingId\":\"" + id + "\",\"kind\":\"CLASS\",\"storeId\":\"" + STORE + "\",\"memberKey\":\""
                + member
                + "\",\"serviceSkuId\":\"" + STORE + "\",\"sessionId\":\"" + aClass
                + "\",\"staffId\":null,\"startsAt\":\""
                + now + "\",\"endsAt\":\"" + now + "\",\"madeAt\":\"" + now + "\"}";
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new SQLException("nothing was written by " + sql);
            }
        }
    }
}
