package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A store's business day was closed with its totals. {@code salesMinor}: net amount of all lines but recharges, returns not
 * taken off; {@code refundsMinor}: what came back of them; {@code tipsMinor}: tips less those given back, in no other figure
 * (docs/money.md).
 */
@EventType(topic = "mendian.till", type = "till.day-closed.v1")
public record DayClosed(
        StoreId storeId,
        LocalDate businessDate,
        long orders,
        long salesMinor,
        long refundsMinor,
        String currency,
        Instant closedAt,
        @Nullable Long tipsMinor)
        implements DomainEvent {

    /** A day without tips. */
    public DayClosed(
            StoreId storeId,
            LocalDate businessDate,
            long orders,
            long salesMinor,
            long refundsMinor,
            String currency,
            Instant closedAt) {
        this(storeId, businessDate, orders, salesMinor, refundsMinor, currency, closedAt, null);
    }

    @Override
    public String key() {
        return storeId.text();
    }
}
