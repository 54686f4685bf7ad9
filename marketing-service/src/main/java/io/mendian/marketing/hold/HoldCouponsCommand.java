package io.mendian.marketing.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import java.time.Instant;
import java.util.Map;

/** Coupons to hold for an order, each with the discount the quote said it gives (0 where unknown). */
public record HoldCouponsCommand(OrderId order, MemberKey member, Map<Long, Long> discounts, Instant expiresAt) {}
