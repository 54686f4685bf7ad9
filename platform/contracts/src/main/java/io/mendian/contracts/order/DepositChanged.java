package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The deposit of a pre-sale moved: RECEIVED (above 0, from now on a debt), then once USED, KEPT or GIVEN_BACK (below 0). The
 * sum is what is owed for deposits; it stands in no amount of the order's other events until order.paid.v1 uses it.
 */
@EventType(topic = "mendian.order", type = "order.deposit-changed.v1")
public record DepositChanged(
        OrderId orderId,
        StoreId storeId,
        String kind,
        long amountMinor,
        String currency,
        LocalDate businessDate,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
