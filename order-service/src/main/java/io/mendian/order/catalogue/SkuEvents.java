package io.mendian.order.catalogue;

import io.mendian.contracts.order.SkuPublished;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the catalogue tells the other services. */
@Component
class SkuEvents {

    private final String currency;
    private final Clock clock;

    SkuEvents(@Value("${mendian.currency}") String currency, Clock clock) {
        this.currency = currency;
        this.clock = clock;
    }

    SkuPublished published(Sku sku) {
        return new SkuPublished(
                sku.id(),
                sku.version(),
                sku.code(),
                sku.barcodes(),
                sku.kind().name(),
                sku.name(),
                sku.category(),
                sku.unit(),
                sku.listPriceMinor(),
                currency,
                sku.durationMinutes(),
                sku.cardTerms(),
                sku.active(),
                clock.instant());
    }
}
