package io.mendian.order.fulfilment;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Recipient;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of deliveries, their moves, and who looked at a recipient. Recipients are encrypted. */
@Repository
class OrderDeliveries {

    private static final TypeReference<List<FulfilmentChanged.Piece>> PIECES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    OrderDeliveries(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    void insert(OrderId order, @Nullable Recipient recipient) {
        String sealed = recipient == null ? null : cipher.encrypt(json.writeValueAsString(recipient), place(order));
        int ignored = jdbc.sql("INSERT INTO order_delivery (order_id, recipient) VALUES (?, ?)")
                .param(order.value())
                .param(sealed)
                .update();
    }

    Optional<Delivery> find(OrderId order) {
        return jdbc.sql("SELECT * FROM order_delivery WHERE order_id = ?")
                .param(order.value())
                .query((row, n) -> delivery(order, row))
                .optional();
    }

    /** It is on its way; the date of the first time stays when carrier or number are put right. */
    void shipped(OrderId order, String carrier, String trackingNo, Instant now, Instant receiveBy) {
        Guard.one(
                jdbc.sql("""
                        UPDATE order_delivery SET carrier = ?, tracking_no = ?, shipped_at = COALESCE(shipped_at, ?),
                            receive_by = COALESCE(receive_by, ?)
                        WHERE order_id = ?
                        """)
                        .params(carrier, trackingNo, Timestamp.from(now), Timestamp.from(receiveBy), order.value())
                        .update(),
                () -> stale(order));
    }

    /** Nobody waits for it any more; from {@code purgeAfter} on nobody needs its recipient. */
    void closed(OrderId order, Instant purgeAfter) {
        int ignored = jdbc.sql("UPDATE order_delivery SET receive_by = NULL, purge_after = ? WHERE order_id = ?")
                .params(Timestamp.from(purgeAfter), order.value())
                .update();
    }

    /** Appends a step; the same step a second time is refused by its key. */
    void add(OrderId order, Move move) {
        StaffId staff = move.staff();
        int ignored = jdbc.sql("""
                        INSERT INTO fulfilment_move (id, order_id, from_status, to_status, moved_by, staff_id, moved_at, pieces)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.next())
                .param(order.value())
                .param(move.from().name())
                .param(move.to().name())
                .param(move.by().name())
                .param(staff == null ? null : staff.value())
                .param(Timestamp.from(move.at()))
                .param(json.writeValueAsString(move.pieces()))
                .update();
    }

    List<Move> moves(OrderId order) {
        return jdbc.sql("SELECT * FROM fulfilment_move WHERE order_id = ? ORDER BY id LIMIT 20")
                .param(order.value())
                .query((row, n) -> {
                    Long staff = row.getObject("staff_id", Long.class);
                    return new Move(
                            FulfilmentStatus.valueOf(row.getString("from_status")),
                            FulfilmentStatus.valueOf(row.getString("to_status")),
                            Move.By.valueOf(row.getString("moved_by")),
                            staff == null ? null : StaffId.of(staff),
                            row.getTimestamp("moved_at").toInstant(),
                            json.readValue(row.getString("pieces"), PIECES));
                })
                .list();
    }

    void looked(OrderId order, StaffId staff, Instant now) {
        int ignored = jdbc.sql("INSERT INTO recipient_look (id, order_id, staff_id, looked_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), order.value(), staff.value(), Timestamp.from(now))
                .update();
    }

    long looksSince(StaffId staff, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM recipient_look WHERE staff_id = ? AND looked_at > ?")
                .params(staff.value(), Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    List<RecipientLook> looks(OrderId order, int limit) {
        return jdbc.sql("SELECT staff_id, looked_at FROM recipient_look WHERE order_id = ? ORDER BY id DESC LIMIT ?")
                .params(order.value(), limit)
                .query((row, n) -> new RecipientLook(
                        StaffId.of(row.getLong(1)), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** Orders that count as received by now. */
    List<OrderId> receivedBy(Instant now, int limit) {
        return jdbc.sql("SELECT order_id FROM order_delivery WHERE receive_by <= ? ORDER BY receive_by LIMIT ?")
                .params(Timestamp.from(now), limit)
                .query((row, n) -> OrderId.of(row.getLong(1)))
                .list();
    }

    /** Forgets recipients whom nobody needs any more; gives how many. */
    int purge(Instant now, int limit) {
        return jdbc.sql("""
                        UPDATE order_delivery SET recipient = NULL, purged_at = ?, purge_after = NULL
                        WHERE purge_after <= ? ORDER BY purge_after LIMIT ?
                        """)
                .params(Timestamp.from(now), Timestamp.from(now), limit)
                .update();
    }

    /** Whether a return of the order may still be taken back, so that its pieces would have to be handed over. */
    boolean hasUndecidedReturn(OrderId order) {
        return !jdbc.sql("""
                        SELECT id FROM refund WHERE order_id = ?
                            AND status IN ('PREPARING', 'REQUESTED', 'WAITING_APPROVAL', 'EXCHANGING')
                        LIMIT 1 LOCK IN SHARE MODE
                        """).param(order.value()).query(Long.class).list().isEmpty();
    }

    private Delivery delivery(OrderId order, ResultSet row) throws SQLException {
        String sealed = row.getString("recipient");
        return new Delivery(
                sealed == null ? null : json.readValue(cipher.decrypt(sealed, place(order)), Recipient.class),
                row.getString("carrier"),
                row.getString("tracking_no"),
                instant(row, "shipped_at"),
                instant(row, "receive_by"),
                instant(row, "purged_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static String place(OrderId order) {
        return "order_delivery.recipient:" + order.value();
    }

    private static ConcurrencyFailureException stale(OrderId order) {
        return new ConcurrencyFailureException("delivery of " + order + " changed meanwhile");
    }
}
