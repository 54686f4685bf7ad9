package io.mendian.marketing.coupon;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template in the claim centre; {@code left} is null without a limit, {@code claimed} what this member took already. */
public record ClaimableView(
        String templateId,
        String name,
        String kind,
        Map<String, Object> settings,
        CouponValidity validity,
        boolean newMembersOnly,
        @Nullable Long left,
        @Nullable Integer perMember,
        int claimed,
        boolean canClaim) {}
