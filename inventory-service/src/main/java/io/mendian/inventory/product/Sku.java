package io.mendian.inventory.product;

import io.mendian.kernel.SkuId;

/** A sellable unit as the catalogue last published it. */
public record Sku(SkuId skuId, String code, String kind, String name, String unit, boolean active) {

    /** Only goods and gifts lie on a shelf. */
    public boolean isStocked() {
        return kind.equals("GOODS") || kind.equals("GIFT");
    }
}
