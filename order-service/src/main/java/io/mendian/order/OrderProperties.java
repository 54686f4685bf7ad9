package io.mendian.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of checkout and refunds.
 *
 * @param paymentDeadline how long an unpaid order, and what it holds, lives
 * @param placingStuckAfter after this time an order whose placing stopped half-way is finished or cancelled
 * @param refundApprovalAboveMinor what takes the refunds of an order together above this amount needs a second person
 */
@ConfigurationProperties("mendian.order")
public record OrderProperties(
        @DefaultValue("15m") Duration paymentDeadline,
        @DefaultValue("30s") Duration placingStuckAfter,
        @DefaultValue("50000") long refundApprovalAboveMinor) {}
