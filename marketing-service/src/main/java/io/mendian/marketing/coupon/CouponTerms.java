package io.mendian.marketing.coupon;

import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import java.util.Map;

/**
 * What headquarters says about a coupon.
 *
 * @param kind AMOUNT_OFF, PERCENT_OFF, GIFT … with the {@code settings} of that kind
 * @param claimable whether members find it in the claim centre
 * @param audience who may use it, where and how he must pay; empty sets mean all
 * @param issueMinPaidMinor for {@link IssueOn#ORDER_PAID}: what an order must have cost, recharges aside
 */
public record CouponTerms(
        String name,
        String kind,
        Map<String, Object> settings,
        Scope scope,
        Stacking stacking,
        CouponValidity validity,
        CouponLimits limits,
        boolean claimable,
        boolean newMembersOnly,
        IssueOn issueOn,
        long issueMinPaidMinor,
        Audience audience) {}
