package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Adds a product to the catalogue and publishes it as version 1. Code and barcodes are unique in the chain. */
@UseCase
public class CreateSku {

    private final Skus skus;
    private final SkuRules rules;
    private final SkuEvents events;
    private final Outbox outbox;

    CreateSku(Skus skus, SkuRules rules, SkuEvents events, Outbox outbox) {
        this.skus = skus;
        this.rules = rules;
        this.events = events;
        this.outbox = outbox;
    }

    @Transactional
    public Sku create(SkuContent content) {
        rules.require(content);
        Sku sku = Sku.of(SkuId.of(Ids.next()), content, 1);
        skus.insert(List.of(sku));
        outbox.add(events.published(sku));
        return sku;
    }
}
