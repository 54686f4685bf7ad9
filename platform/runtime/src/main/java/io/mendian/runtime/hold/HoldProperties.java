package io.mendian.runtime.hold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done with holds past their deadline.
 *
 * @param askAgainAfter how long a hold stays whose order is open or paid, before it is asked about again
 * @param alarmAfter a hold that is kept for longer than this past its deadline is an alarm
 */
@ConfigurationProperties("mendian.holds")
public record HoldProperties(
        @DefaultValue("5m") Duration askAgainAfter,
        @DefaultValue("4h") Duration alarmAfter) {}
