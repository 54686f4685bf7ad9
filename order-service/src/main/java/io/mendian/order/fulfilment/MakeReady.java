package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import org.springframework.transaction.annotation.Transactional;

/** The goods of an order lie ready to be fetched. Saying it twice is saying it once. */
@UseCase
public class MakeReady {

    private final OrderHandings orders;
    private final HandOut handOut;
    private final FulfilmentQueries queries;

    MakeReady(OrderHandings orders, HandOut handOut, FulfilmentQueries queries) {
        this.orders = orders;
        this.handOut = handOut;
        this.queries = queries;
    }

    @Transactional
    public FulfilmentView ready(OrderId id, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        if (order.state().fulfilment() == FulfilmentStatus.READY) {
            return queries.view(order);
        }
        return queries.view(handOut.move(order, FulfilmentStatus.READY, Move.By.STAFF, by.staffId(), null));
    }
}
