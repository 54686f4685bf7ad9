package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.exchange.ExchangeUses;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What refunds do to an order, inside their transaction: reserve pieces and money so that nothing goes back twice, give a
 * reservation back, or make it final. Never more pieces than were sold, never more money than came in.
 */
@Component
public class OrderReturns {

    private final Orders orders;
    private final ExchangeUses exchanges;
    private final HandingBook handings;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OrderReturns(Orders orders, ExchangeUses exchanges, HandingBook handings, JdbcClient jdbc, JdbcTemplate batches) {
        this.orders = orders;
        this.exchanges = exchanges;
        this.handings = handings;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Pieces and their net amount, by line. */
    public record Pieces(int lineNo, long quantity, long netMinor) {}

    /** What a refund takes from its order; {@code byTender} is the amount that goes back to each tender. */
    public record Booking(long amountMinor, long points, List<Pieces> pieces, Map<Integer, Long> byTender) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Order lock(OrderId id) {
        return orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Reserves what a refund needs; fails when any of it is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(OrderId id, Booking booking) {
        Guard.one(
                jdbc.sql("""
                        UPDATE sales_order SET refunded_minor = refunded_minor + ?, points_returned = points_returned + ?
                        WHERE id = ? AND status IN ('PAID', 'PARTLY_REFUNDED')
                          AND refunded_minor + ? <= covered_minor AND points_returned + ? <= points_used
                        """)
                        .params(
                                booking.amountMinor(),
                                booking.points(),
                                id.value(),
                                booking.amountMinor(),
                                booking.points())
                        .update(),
                OrderProblem.ORDER_NOT_PAID::with);
        all(batches.batchUpdate(
                """
                UPDATE order_line SET refunded_quantity = refunded_quantity + ?, refunded_minor = refunded_minor + ?
                WHERE order_id = ? AND line_no = ? AND refunded_quantity + ? <= quantity AND refunded_minor + ? <= net_minor
                """,
                booking.pieces().stream()
                        .map(p -> new Object[] {
                            p.quantity(), p.netMinor(), id.value(), p.lineNo(), p.quantity(), p.netMinor()
                        })
                        .toList()));
        all(batches.batchUpdate(
                """
                UPDATE order_tender SET refunded_minor = refunded_minor + ?
                WHERE order_id = ? AND tender_no = ? AND refunded_minor + ? <= amount_minor
                """,
                booking.byTender().entrySet().stream()
                        .map(e -> new Object[] {e.getValue(), id.value(), e.getKey(), e.getValue()})
                        .toList()));
    }

    /** Gives back what a refund that will not happen had reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderId id, Booking booking) {
        Guard.one(
                jdbc.sql("""
                        UPDATE sales_order SET refunded_minor = refunded_minor - ?, points_returned = points_returned - ?
                        WHERE id = ? AND refunded_minor - ? >= refunded_done_minor AND points_returned - ? >= 0
                        """)
                        .params(
                                booking.amountMinor(),
                                booking.points(),
                                id.value(),
                                booking.amountMinor(),
                                booking.points())
                        .update(),
                OrderProblem.ORDER_NOT_PAID::with);
        all(batches.batchUpdate(
                """
                UPDATE order_line SET refunded_quantity = refunded_quantity - ?, refunded_minor = refunded_minor - ?
                WHERE order_id = ? AND line_no = ? AND refunded_quantity >= ? AND refunded_minor >= ?
                """,
                booking.pieces().stream()
                        .map(p -> new Object[] {
                            p.quantity(), p.netMinor(), id.value(), p.lineNo(), p.quantity(), p.netMinor()
                        })
                        .toList()));
        all(batches.batchUpdate(
                """
                UPDATE order_tender SET refunded_minor = refunded_minor - ?
                WHERE order_id = ? AND tender_no = ? AND refunded_minor >= ?
                """,
                booking.byTender().entrySet().stream()
                        .map(e -> new Object[] {e.getValue(), id.value(), e.getKey(), e.getValue()})
                        .toList()));
    }

    /** The money of a refund is back; the order is refunded in part or, when nothing is left of it, in full. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Order order, long amountMinor, boolean full) {
        OrderStatus next = order.status().to(full ? OrderStatus.REFUNDED : OrderStatus.PARTLY_REFUNDED);
        Guard.one(
                jdbc.sql("""
                        UPDATE sales_order SET status = ?, refunded_done_minor = refunded_done_minor + ?, fulfilment = ?
                        WHERE id = ? AND status = ? AND refunded_done_minor + ? <= refunded_minor
                        """)
                        .params(
                                next.name(),
                                amountMinor,
                                (full ? atFullRefund(order) : order.state().fulfilment()).name(),
                                order.id().value(),
                                order.status().name(),
                                amountMinor)
                        .update(),
                OrderProblem.ORDER_NOT_PAID::with);
        if (full) {
            handings.ended(order);
        }
        if (full && !order.exchanges().isEmpty()) {
            exchanges.giveBack(order.id());
        }
    }

    /** What was handed over stays so; of the rest nothing is left to hand over. */
    private static FulfilmentStatus atFullRefund(Order order) {
        FulfilmentStatus now = order.state().fulfilment();
        return now == FulfilmentStatus.DONE ? now : now.to(FulfilmentStatus.ENDED);
    }

    private static void all(int[] changed) {
        for (int rows : changed) {
            Guard.one(rows, OrderProblem.RETURNED_ALREADY::with);
        }
    }
}
