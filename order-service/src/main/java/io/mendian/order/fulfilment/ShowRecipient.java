package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.Recipient;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Shows a recipient unmasked to whoever sends the order, while it is to be sent or on its way; every look is kept. */
@UseCase
public class ShowRecipient {

    private final OrderHandings orders;
    private final OrderDeliveries deliveries;
    private final Clock clock;

    ShowRecipient(OrderHandings orders, OrderDeliveries deliveries, Clock clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Transactional
    public Recipient show(OrderId id, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        FulfilmentStatus now = order.state().fulfilment();
        Recipient recipient = now == FulfilmentStatus.TO_SHIP || now == FulfilmentStatus.SHIPPED
                ? deliveries.find(id).map(Delivery::recipient).orElse(null)
                : null;
        if (recipient == null) {
            throw FulfilmentProblem.RECIPIENT_NOT_SHOWN.with();
        }
        deliveries.looked(id, by.staffId(), clock.instant());
        return recipient;
    }
}
