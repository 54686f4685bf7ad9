package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An unpaid order ended (CUSTOMER, STAFF, EXPIRED, FAILED); everything held under its id is to be released. */
@EventType(topic = "mendian.order", type = "order.cancelled.v1")
public record OrderCancelled(
        OrderId orderId, StoreId storeId, @Nullable MemberKey memberKey, String reason, Instant cancelledAt)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
