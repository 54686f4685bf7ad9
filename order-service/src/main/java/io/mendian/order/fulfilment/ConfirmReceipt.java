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

/** The member says that what was sent has come. Saying it twice is saying it once. */
@UseCase
public class ConfirmReceipt {

    private final OrderHandings orders;
    private final HandOut handOut;
    private final FulfilmentQueries queries;

    ConfirmReceipt(OrderHandings orders, HandOut handOut, FulfilmentQueries queries) {
        this.orders = orders;
        this.handOut = handOut;
        this.queries = queries;
    }

    @Transactional
    public FulfilmentView received(OrderId id, Caller member) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, member));
        if (order.head().handing() != Handing.DELIVERY) {
            throw FulfilmentProblem.NOT_SENT.with();
        }
        if (order.state().fulfilment() == FulfilmentStatus.DONE) {
            return queries.view(order);
        }
        return queries.view(handOut.move(order, FulfilmentStatus.DONE, Move.By.MEMBER, null, null));
    }
}
