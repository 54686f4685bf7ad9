package io.mendian.inventory.stock;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What a store has of one SKU, in the smallest stock unit: available = onHand − reserved; inTransit is on its way to the
 * store and not part of onHand.
 */
public record StockView(
        StoreId storeId,
        SkuId skuId,
        @Nullable String code,
        @Nullable String name,
        @Nullable String unit,
        long onHand,
        long reserved,
        long available,
        long inTransit,
        @Nullable Long safety,
        boolean low) {}
