package io.mendian.analytics.facts;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.contracts.order.OrderRefunded;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books each step of an order that is fetched or sent, in its event's transaction and once. An order only gets on: a step
 * that is told again, or after a later one, leaves it where it is.
 */
@Component
public class BookFulfilment {

    private static final int OVER = 3;

    private final JdbcTemplate jdbc;

    BookFulfilment(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(FulfilmentChanged move) {
        int step = step(move.toStatus());
        Timestamp at = Timestamp.from(move.movedAt());
        jdbc.update(
                """
                INSERT IGNORE INTO fact_fulfilment (order_id, to_status, step, store_id, handing, moved_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                move.orderId().value(),
                move.toStatus(),
                step,
                move.storeId().value(),
                move.handing(),
                at);
        // the first assignment reads the old step, the last one changes it
        jdbc.update("""
                INSERT INTO agg_fulfilment (order_id, store_id, handing, status, step, since) VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    status = IF(VALUES(step) > step, VALUES(status), status),
                    since = IF(VALUES(step) > step, VALUES(since), since),
                    step = GREATEST(step, VALUES(step))
                """, move.orderId().value(), move.storeId().value(), move.handing(), move.toStatus(), step, at);
    }

    /** What came back wholly before it was handed over has nothing left to hand over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(OrderRefunded refund) {
        if (!refund.full()) {
            return;
        }
        long order = refund.orderId().value();
        Timestamp at = Timestamp.from(refund.refundedAt());
        int ended = jdbc.update("""
                INSERT IGNORE INTO fact_fulfilment (order_id, to_status, step, store_id, handing, moved_at)
                SELECT order_id, 'ENDED', ?, store_id, handing, ? FROM agg_fulfilment WHERE order_id = ? AND step < ?
                """, OVER, at, order, OVER);
        if (ended == 1) {
            jdbc.update(
                    "UPDATE agg_fulfilment SET status = 'ENDED', step = ?, since = ? WHERE order_id = ? AND step < ?",
                    OVER,
                    at,
                    order,
                    OVER);
        }
    }

    private static int step(String status) {
        return switch (status) {
            case "TO_PREPARE", "TO_SHIP" -> 1;
            case "READY", "SHIPPED" -> 2;
            case "DONE" -> OVER;
            default -> throw new IllegalArgumentException("unknown step " + status);
        };
    }
}
