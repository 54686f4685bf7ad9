package io.mendian.order.refund;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of returns.
 *
 * @param returnWindow how long after paying (what is fetched or sent: after he has it) a member may ask for a return by himself; staff may always
 * @param decideWithin a member's request that is older than this without a decision is overdue
 * @param feesWithFull whether fees of the order as a whole go back with a full refund
 * @param providerPause the provider takes refunds of one payment no closer together than this
 * @param providerWithin the provider takes no refund of a payment older than this
 */
@ConfigurationProperties("mendian.refund")
public record RefundProperties(
        @DefaultValue("15d") Duration returnWindow,
        @DefaultValue("24h") Duration decideWithin,
        @DefaultValue("true") boolean feesWithFull,
        @DefaultValue("1m") Duration providerPause,
        @DefaultValue("365d") Duration providerWithin) {}
