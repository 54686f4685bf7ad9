package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.TenderKind;
import io.mendian.runtime.persistence.Guard;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where money that an exchange carried into an order had come from, and how much of it has gone back from there. */
@Repository
class Carries {

    private final JdbcClient jdbc;

    Carries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Carry(
            long id,
            long exchange,
            OrderId newOrder,
            TenderKind kind,
            String reference,
            long amountMinor,
            long totalMinor,
            long refundedMinor) {}

    List<Carry> ofOrder(OrderId newOrder) {
        return jdbc.sql("SELECT * FROM return_exchange_carry WHERE new_order_id = ? ORDER BY id")
                .param(newOrder.value())
                .query((row, n) -> new Carry(
                        row.getLong("id"),
                        row.getLong("exchange_id"),
                        OrderId.of(row.getLong("new_order_id")),
                        TenderKind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getLong("amount_minor"),
                        row.getLong("total_minor"),
                        row.getLong("refunded_minor")))
                .list();
    }

    void insert(Carry carry) {
        jdbc.sql("""
                        INSERT INTO return_exchange_carry (id, exchange_id, new_order_id, kind, reference, amount_minor, total_minor,
                            refunded_minor)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        carry.id(),
                        carry.exchange(),
                        carry.newOrder().value(),
                        carry.kind().name(),
                        carry.reference(),
                        carry.amountMinor(),
                        carry.totalMinor())
                .update();
    }

    /** Reserves a part (negative: gives it back); never more than was carried. */
    void move(long id, long amountMinor) {
        Guard.one(
                jdbc.sql("""
                        UPDATE return_exchange_carry SET refunded_minor = refunded_minor + ?
                        WHERE id = ? AND refunded_minor + ? BETWEEN 0 AND amount_minor
                        """).params(amountMinor, id, amountMinor).update(),
                () -> new IllegalStateException("carried money " + id + " does not have " + amountMinor));
    }
}
