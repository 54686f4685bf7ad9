package io.mendian.marketing.pricing;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.util.Set;

/** What a rule is for. An empty set means all of them; several named sets must all match. */
public record Scope(Set<SkuId> skuIds, Set<String> categories, Set<String> kinds, Set<StoreId> storeIds) {

    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

    public boolean includesStore(StoreId store) {
        return storeIds.isEmpty() || storeIds.contains(store);
    }

    public boolean includes(BasketLine line) {
        return line.discountable()
                && (skuIds.isEmpty() || skuIds.contains(line.skuId()))
                && (categories.isEmpty() || categories.contains(line.category()))
                && (kinds.isEmpty() || kinds.contains(line.kind()));
    }
}
