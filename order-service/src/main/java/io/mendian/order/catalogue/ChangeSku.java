package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the next version of a product and publishes it; the same content again changes nothing. Whoever read an older
 * version is refused with SKU_CHANGED_MEANWHILE. The kind of a product never changes, for sold orders rely on it.
 */
@UseCase
public class ChangeSku {

    private final Skus skus;
    private final SkuRules rules;
    private final SkuEvents events;
    private final Outbox outbox;

    ChangeSku(Skus skus, SkuRules rules, SkuEvents events, Outbox outbox) {
        this.skus = skus;
        this.rules = rules;
        this.events = events;
        this.outbox = outbox;
    }

    @Transactional
    public Sku change(SkuId id, long readVersion, SkuContent content) {
        Sku now = skus.byIds(List.of(id)).stream()
                .filter(sku -> !sku.id().equals(Sku.TAKEOVER) && !sku.id().equals(Sku.AMOUNT))
                .findFirst()
                .orElseThrow(() -> SkuProblem.SKU_NOT_FOUND.with("skus", id.text()));
        if (now.content().equals(content)) {
            return now;
        }
        rules.requireChange(now, content);
        if (now.version() != readVersion) {
            throw SkuProblem.SKU_CHANGED_MEANWHILE.with("code", now.code(), "version", now.version());
        }
        Sku next = Sku.of(id, content, readVersion + 1);
        skus.update(List.of(new Skus.Change(now, next)));
        outbox.add(events.published(next));
        return next;
    }
}
