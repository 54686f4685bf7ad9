package io.mendian.contracts.marketing;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * These paid orders have no group-buy: each is to be refunded wholly, once. reason: EXPIRED, not enough seats were paid in time
 * (all paid orders of the group); LATE, the order was paid after its seat had been given away (that order alone).
 */
@EventType(topic = "mendian.marketing", type = "group.failed.v1")
public record GroupFailed(String groupId, String offerId, List<OrderId> orderIds, String reason, Instant failedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return groupId;
    }
}
