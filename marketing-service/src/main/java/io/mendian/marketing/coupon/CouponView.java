package io.mendian.marketing.coupon;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A coupon as its owner sees it; {@code validTo} is the first instant at which it can no longer be used. */
public record CouponView(
        String couponId,
        String templateId,
        String name,
        String kind,
        Map<String, Object> settings,
        CouponState state,
        Instant validFrom,
        Instant validTo,
        @Nullable String orderId,
        Instant claimedAt,
        ReturnRule returnRule) {}
