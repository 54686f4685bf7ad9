package io.mendian.marketing.coupon;

import java.time.Instant;

/** A template as headquarters sees it, with what became of its coupons: issued = available + held + used + expired + withdrawn. */
public record CouponTemplateView(
        String templateId,
        CouponTerms terms,
        CouponTemplateState state,
        long issued,
        long available,
        long held,
        long used,
        long expired,
        long withdrawn,
        Instant createdAt,
        Instant updatedAt) {}
