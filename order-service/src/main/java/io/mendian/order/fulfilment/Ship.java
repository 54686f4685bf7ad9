package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/**
 * An order leaves the store with a carrier and a number: what has not been returned until then. While it is on its way
 * the same call puts carrier and number right; it is sent, and told of, once.
 */
@UseCase
public class Ship {

    private final OrderHandings orders;
    private final HandOut handOut;
    private final OrderDeliveries deliveries;
    private final FulfilmentQueries queries;
    private final FulfilmentProperties settings;
    private final Clock clock;

    Ship(
            OrderHandings orders,
            HandOut handOut,
            OrderDeliveries deliveries,
            FulfilmentQueries queries,
            FulfilmentProperties settings,
            Clock clock) {
        this.orders = orders;
        this.handOut = handOut;
        this.deliveries = deliveries;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public FulfilmentView ship(OrderId id, String carrier, String trackingNo, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        Instant now = clock.instant();
        if (order.state().fulfilment() != FulfilmentStatus.SHIPPED) {
            order = handOut.move(order, FulfilmentStatus.SHIPPED, Move.By.STAFF, by.staffId(), carrier);
        }
        deliveries.shipped(id, carrier, trackingNo, now, now.plus(settings.receivedAfter()));
        return queries.view(order);
    }
}
