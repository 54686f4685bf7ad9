package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param couponIds the coupons chosen; null takes the best
 * @param usePoints points to pay with; 0 none, -1 as many as allowed
 */
public record Basket(
        StoreId store, List<Item> items, @Nullable List<String> couponIds, long usePoints) {

    /** Pieces of one product, named by its id or a barcode; {@code staff} did the service or gets the credit. */
    public record Item(
            @Nullable SkuId sku,
            @Nullable String barcode,
            long quantity,
            @Nullable StaffId staff) {}

    public Basket {
        items = List.copyOf(items);
    }
}
