package io.mendian.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of checkout and refunds.
 *
 * @param paymentDeadline how long an unpaid order, and what it holds, lives
 * @param placingStuckAfter after this time an order whose placing stopped half-way is finished or cancelled
 * @param placedAtOnce how many orders are placed at the same time; all others wait for their turn
 * @param turnWithin who has not had his turn after this time is told to come again
 * @param refundApprovalAboveMinor what takes the refunds of an order together above this amount needs a second person
 */
@ConfigurationProperties("mendian.order")
public record OrderProperties(
        @DefaultValue("15m") Duration paymentDeadline,
        @DefaultValue("30s") Duration placingStuckAfter,
        @DefaultValue("32") int placedAtOnce,
        @DefaultValue("10s") Duration turnWithin,
        @DefaultValue("50000") long refundApprovalAboveMinor) {}
