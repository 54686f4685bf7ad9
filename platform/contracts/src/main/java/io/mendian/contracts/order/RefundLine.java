package io.mendian.contracts.order;

import io.mendian.kernel.SkuId;
import org.jspecify.annotations.Nullable;

/**
 * Returned pieces of an order line, the share of the net amount that goes with them, and whether they go back on the shelf;
 * {@code stockQuantity}: what goes back there where that is not the quantity (grams of weighed packs).
 */
public record RefundLine(
        String lineId,
        SkuId skuId,
        String kind,
        String name,
        String category,
        long quantity,
        long netMinor,
        boolean restock,
        @Nullable Long stockQuantity) {

    /** Pieces that lie on the shelf as they are counted. */
    public RefundLine(
            String lineId,
            SkuId skuId,
            String kind,
            String name,
            String category,
            long quantity,
            long netMinor,
            boolean restock) {
        this(lineId, skuId, kind, name, category, quantity, netMinor, restock, null);
    }
}
