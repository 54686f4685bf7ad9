package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;

/**
 * A product that is sold in two steps at a fixed price, per piece: {@code netMinor} is deposit and balance together. No rule
 * touches it, and only money pays it.
 */
public record PresaleBasket(
        StoreId store, SkuId sku, long priceMinor, long netMinor, String text, PresaleTerms terms) {}
