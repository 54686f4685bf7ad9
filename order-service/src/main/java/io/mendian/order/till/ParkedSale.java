package io.mendian.order.till;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basket put aside. It holds no coupons or points; its stock only until {@code heldUntil}, where that was asked for.
 */
public record ParkedSale(
        String parkedSaleId,
        StoreId storeId,
        String label,
        Basket basket,
        StaffId parkedBy,
        Instant parkedAt,
        Instant expiresAt,
        @Nullable Instant heldUntil) {

    /** What was in the basket; send it to quotes, orders or sales to go on. */
    public record Basket(@Nullable MemberKey memberKey, List<Line> lines) {}

    /** Pieces of one product. */
    public record Line(
            @Nullable SkuId skuId,
            @Nullable String barcode,
            long quantity,
            @Nullable StaffId staffId) {}
}
