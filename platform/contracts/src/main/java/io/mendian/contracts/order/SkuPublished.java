package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.SkuId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sellable unit of the catalogue was made or changed; carries all of it. version rises by one with each change. */
@EventType(topic = "mendian.catalogue", type = "catalogue.sku-published.v1")
public record SkuPublished(
        SkuId skuId,
        long version,
        String code,
        List<String> barcodes,
        String kind,
        String name,
        String category,
        String unit,
        long listPriceMinor,
        String currency,
        @Nullable Integer durationMinutes,
        @Nullable CardTerms cardTerms,
        boolean active,
        Instant publishedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return skuId.text();
    }
}
