package io.mendian.marketing.coupon;

import org.jspecify.annotations.Nullable;

/** How many coupons of a template there may be in total, per member, and per calendar day over all members; null: no limit. */
public record CouponLimits(
        @Nullable Long total,
        @Nullable Integer perMember,
        @Nullable Long perDay) {

    public static final CouponLimits NONE = new CouponLimits(null, null, null);
}
