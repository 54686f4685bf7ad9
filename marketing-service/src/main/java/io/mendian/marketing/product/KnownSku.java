package io.mendian.marketing.product;

import io.mendian.kernel.SkuId;
import org.jspecify.annotations.Nullable;

/** A product as far as prices go; no discount takes a piece below its floor, and below its cost a sale loses money. */
public record KnownSku(
        SkuId skuId,
        String name,
        String kind,
        String category,
        long listMinor,
        @Nullable Long floorMinor,
        @Nullable Long costMinor) {

    static KnownSku of(KnownSkuRow row) {
        return new KnownSku(
                SkuId.of(row.skuId()),
                row.name(),
                row.kind(),
                row.category(),
                row.listMinor(),
                row.floorMinor(),
                row.costMinor());
    }
}
