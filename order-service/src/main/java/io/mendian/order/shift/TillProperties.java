package io.mendian.order.shift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the tills.
 *
 * @param shiftRequired whether cash may move only while a shift is open; otherwise cash outside of shifts is named in the day's report
 * @param differenceLimitMinor a drawer that is off by more than this is closed by a manager only
 * @param parkedHold how long a parked sale keeps its stock when that is asked for; zero: never
 */
@ConfigurationProperties("mendian.till")
public record TillProperties(
        @DefaultValue("false") boolean shiftRequired,
        @DefaultValue("1000") long differenceLimitMinor,
        @DefaultValue("0s") Duration parkedHold) {}
