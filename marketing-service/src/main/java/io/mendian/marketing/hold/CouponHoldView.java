package io.mendian.marketing.hold;

import java.time.Instant;
import java.util.List;

/** A hold as order-service gets it back. */
public record CouponHoldView(String holdId, List<String> couponIds, Instant expiresAt) {}
