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
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Shows a recipient unmasked to whoever sends the order, while it is to be sent or on its way; every look is kept, and so many a minute are enough. */
@UseCase
public class ShowRecipient {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OrderHandings orders;
    private final OrderDeliveries deliveries;
    private final FulfilmentProperties settings;
    private final Clock clock;

    ShowRecipient(OrderHandings orders, OrderDeliveries deliveries, FulfilmentProperties settings, Clock clock) {
        this.settings = settings;
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
        Instant at = clock.instant();
        if (deliveries.looksSince(by.staffId(), at.minus(MINUTE)) >= settings.looksPerMinute()) {
            throw FulfilmentProblem.TOO_MANY_LOOKS.with("most", settings.looksPerMinute());
        }
        deliveries.looked(id, by.staffId(), at);
        return recipient;
    }
}
