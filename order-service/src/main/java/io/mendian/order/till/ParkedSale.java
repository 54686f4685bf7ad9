package io.mendian.order.till;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A basket put aside; it holds no stock, coupons or points. */
public record ParkedSale(
        String parkedSaleId,
        StoreId storeId,
        String label,
        Basket basket,
        StaffId parkedBy,
        Instant parkedAt,
        Instant expiresAt) {

    /** What was in the basket; send it to quotes, orders or sales to go on. */
    public record Basket(@Nullable MemberKey memberKey, List<Line> lines) {}

    /** Pieces of one product. */
    public record Line(
            @Nullable SkuId skuId,
            @Nullable String barcode,
            long quantity,
            @Nullable StaffId staffId) {}
}
