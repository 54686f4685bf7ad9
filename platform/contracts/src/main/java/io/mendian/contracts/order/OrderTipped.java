package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer left a tip with a paid order, or got it back (amountMinor below 0). A tip is no revenue: no discount, points or
 * level, and it stands in no amount of the order's other events. staffId: for whom it is; kind: CASH or BOOKED.
 */
@EventType(topic = "mendian.order", type = "order.tipped.v1")
public record OrderTipped(
        OrderId orderId,
        StoreId storeId,
        String tipId,
        @Nullable StaffId staffId,
        String kind,
        long amountMinor,
        String currency,
        LocalDate businessDate,
        Instant tippedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
