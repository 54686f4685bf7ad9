package io.mendian.marketing.product;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Remembers a product as the catalogue published it; an older version changes nothing. */
@UseCase
public class NoteSku {

    private final KnownSkuMapper mapper;
    private final Clock clock;

    NoteSku(KnownSkuMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** {@code version} rises with each change of the product. */
    @Transactional
    public void note(KnownSku sku, long version, boolean active) {
        KnownSkuRow row = new KnownSkuRow(
                sku.skuId().value(),
                version,
                sku.name(),
                sku.kind(),
                sku.category(),
                sku.listMinor(),
                active,
                null,
                null,
                clock.instant());
        mapper.open(row);
        mapper.note(row);
    }
}
