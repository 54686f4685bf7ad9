package io.mendian.marketing.product.messaging;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.marketing.product.KnownSku;
import io.mendian.marketing.product.NoteSku;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Products of the catalogue. */
@EventHandlers
class ProductEvents {

    private final NoteSku note;

    ProductEvents(NoteSku note) {
        this.note = note;
    }

    @OnEvent
    void onPublished(Event<SkuPublished> event) {
        SkuPublished sku = event.data();
        note.note(
                new KnownSku(sku.skuId(), sku.name(), sku.kind(), sku.category(), sku.listPriceMinor(), null, null),
                sku.version(),
                sku.active());
    }
}
