package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import org.springframework.transaction.annotation.Transactional;

/** The customer fetched his goods. Handing them over twice is handing them over once. */
@UseCase
public class HandOverGoods {

    private final OrderHandings orders;
    private final HandOut handOut;
    private final FulfilmentQueries queries;

    HandOverGoods(OrderHandings orders, HandOut handOut, FulfilmentQueries queries) {
        this.orders = orders;
        this.handOut = handOut;
        this.queries = queries;
    }

    @Transactional
    public FulfilmentView fetched(OrderId id, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        if (order.head().handing() == Handing.DELIVERY) {
            throw FulfilmentProblem.NOT_FETCHED.with();
        }
        if (order.state().fulfilment() == FulfilmentStatus.DONE) {
            return queries.view(order);
        }
        return queries.view(handOut.move(order, FulfilmentStatus.DONE, Move.By.STAFF, by.staffId(), null));
    }
}
