package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.CommonProblem;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What handing goods over does to an order, inside its transaction and under the order's lock. */
@Component
public class OrderHandings {

    private final Orders orders;
    private final JdbcClient jdbc;

    OrderHandings(Orders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** The order, locked, when {@code own} says that the caller may see it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order lock(OrderId id, Predicate<Order> own) {
        return orders.lock(id).filter(own).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** One step of a paid order; refuses every step that the table does not have. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order move(Order order, FulfilmentStatus next) {
        FulfilmentStatus from = order.state().fulfilment();
        if (!order.status().isReturnable()) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        int changed = jdbc.sql("""
                        UPDATE sales_order SET fulfilment = ?
                        WHERE id = ? AND fulfilment = ? AND status IN ('PAID', 'PARTLY_REFUNDED') AND refunded_minor = ?
                        """)
                .params(
                        from.to(next).name(),
                        order.id().value(),
                        from.name(),
                        order.state().refundedMinor())
                .update();
        Guard.one(changed, () -> new ConcurrencyFailureException("order " + order.id() + " changed meanwhile"));
        return order.with(next);
    }
}
