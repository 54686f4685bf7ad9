package io.mendian.marketing.budget;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Promotions that an order uses, each with what it takes off. */
public record HoldPromotionsCommand(
        OrderId order, @Nullable MemberKey member, Map<Long, Long> discounts, Instant expiresAt) {}
