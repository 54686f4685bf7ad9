package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order was placed and holds everything it needs until the deadline. */
@EventType(topic = "mendian.order", type = "order.placed.v1")
public record OrderPlaced(
        OrderId orderId,
        String orderNo,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        String channel,
        long payableMinor,
        String currency,
        Instant placedAt,
        Instant payUntil)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
