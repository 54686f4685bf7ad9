package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A store's business day was closed with its totals. {@code salesMinor}: net amount of all lines but recharges, returns not
 * taken off; {@code refundsMinor}: what came back of them (docs/money.md).
 */
@EventType(topic = "mendian.till", type = "till.day-closed.v1")
public record DayClosed(
        StoreId storeId,
        LocalDate businessDate,
        long orders,
        long salesMinor,
        long refundsMinor,
        String currency,
        Instant closedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return storeId.text();
    }
}
