package io.mendian.member.redeem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redemption. PENDING: the points are held and the coupon is asked for; DONE: coupon granted, points spent; REFUSED: no
 * coupon, the points are free again.
 */
public record RedemptionView(
        String redemptionId,
        String offerId,
        String memberKey,
        String name,
        long points,
        String status,
        @Nullable String couponId,
        @Nullable String reason,
        Instant madeAt,
        @Nullable Instant endedAt) {}
