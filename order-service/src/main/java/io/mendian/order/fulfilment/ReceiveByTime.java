package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** What was sent long ago counts as received when the member says nothing. */
@UseCase
class ReceiveByTime {

    private final OrderHandings orders;
    private final HandOut handOut;
    private final OrderDeliveries deliveries;
    private final Clock clock;

    ReceiveByTime(OrderHandings orders, HandOut handOut, OrderDeliveries deliveries, Clock clock) {
        this.orders = orders;
        this.handOut = handOut;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Whether this call did it; the member, or another timer, may have been faster. */
    @Transactional
    public boolean receive(OrderId id) {
        Order order = orders.lock(id, found -> true);
        Instant now = clock.instant();
        boolean due = deliveries
                .find(id)
                .map(Delivery::receiveBy)
                .filter(by -> !by.isAfter(now))
                .isPresent();
        if (order.state().fulfilment() != FulfilmentStatus.SHIPPED || !due) {
            return false;
        }
        Order ignored = handOut.move(order, FulfilmentStatus.DONE, Move.By.TIMER, null, null);
        return true;
    }
}
