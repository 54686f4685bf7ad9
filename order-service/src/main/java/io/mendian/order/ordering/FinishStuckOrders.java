package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.OrderProperties;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes or cancels the orders whose placing stopped half-way, because their process was killed or a service was away. */
@UseCase
public class FinishStuckOrders {

    private static final Logger LOG = LoggerFactory.getLogger(FinishStuckOrders.class);

    private final Orders orders;
    private final PlaceOrder placeOrder;
    private final OrderProperties settings;
    private final Clock clock;

    FinishStuckOrders(Orders orders, PlaceOrder placeOrder, OrderProperties settings, Clock clock) {
        this.orders = orders;
        this.placeOrder = placeOrder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Handles at most {@code limit} orders; gives how many came to an end or wait for their money now. */
    public int finish(int limit) {
        Instant placedBefore = clock.instant().minus(settings.placingStuckAfter());
        List<OrderId> stuck = orders.stuckSince(placedBefore, limit);
        int done = 0;
        for (OrderId id : stuck) {
            try {
                placeOrder.resume(id);
                done++;
            } catch (RuntimeException e) {
                LOG.warn("order {} stays in placing for now", id, e);
            }
        }
        return done;
    }
}
