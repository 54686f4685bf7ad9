package io.mendian.marketing.seat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seat for an order. {@code group} null opens a group, whose id is the order's; {@code unitMinor} is the price that was quoted. */
public record HoldSeatCommand(
        OrderId order,
        MemberKey member,
        StoreId store,
        long offer,
        SkuId sku,
        long pieces,
        long unitMinor,
        @Nullable Long group,
        @Nullable Long bargain,
        Instant expiresAt) {}
