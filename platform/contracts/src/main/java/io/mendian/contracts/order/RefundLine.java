package io.mendian.contracts.order;

import io.mendian.kernel.SkuId;

/** Returned pieces of an order line, the share of the net amount that goes with them, and whether they go back on the shelf. */
public record RefundLine(
        String lineId,
        SkuId skuId,
        String kind,
        String name,
        String category,
        long quantity,
        long netMinor,
        boolean restock) {}
