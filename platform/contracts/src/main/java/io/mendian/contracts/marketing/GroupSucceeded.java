package io.mendian.contracts.marketing;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.OrderId;
import java.time.Instant;
import java.util.List;

/** A group-buy has all its paid seats: these orders are to be fulfilled. Published once per group. */
@EventType(topic = "mendian.marketing", type = "group.succeeded.v1")
public record GroupSucceeded(String groupId, String offerId, List<OrderId> orderIds, Instant succeededAt)
        implements DomainEvent {

    @Override
    public String key() {
        return groupId;
    }
}
