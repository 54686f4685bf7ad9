package io.mendian.contracts.order;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card product gives: {@code uses} for a PUNCH card, {@code validDays} for a PERIOD card (and, if set, for a punch
 * card), {@code valueMinor} for a GIFT card. Empty lists mean every service and every store.
 */
public record CardTerms(
        String kind,
        long uses,
        @Nullable Integer validDays,
        List<SkuId> serviceSkuIds,
        List<StoreId> storeIds,
        @Nullable Long valueMinor) {

    /** A punch or period card. */
    public CardTerms(
            String kind, long uses, @Nullable Integer validDays, List<SkuId> serviceSkuIds, List<StoreId> storeIds) {
        this(kind, uses, validDays, serviceSkuIds, storeIds, null);
    }
}
