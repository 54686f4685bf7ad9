package io.mendian.member.pointsgift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a member may give away and receive; 0 switches gifts off.
 *
 * @param open how long a gift waits for its taker
 */
@ConfigurationProperties("mendian.points-gift")
record GiftLimits(
        @DefaultValue("1000") long most,
        @DefaultValue("2000") long givenPerDay,
        @DefaultValue("2000") long receivedPerDay,
        @DefaultValue("72h") Duration open) {}
