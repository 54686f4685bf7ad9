package io.mendian.contracts.inventory;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;

/** A posting to the stock ledger; onHand and reserved are the quantities after it, in the smallest stock unit. */
@EventType(topic = "mendian.stock", type = "stock.changed.v1")
public record StockChanged(
        StoreId storeId,
        SkuId skuId,
        long delta,
        long onHand,
        long reserved,
        String documentType,
        String documentId,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return storeId.text() + ":" + skuId.text();
    }
}
