package io.mendian.member.adjustment;

import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much stored value of one member a person may approve within 24 hours: with ASSETS_ADJUST alone up to the limit, with
 * LOYALTY_RULES beside it any amount. Small adjustments one after the other count together.
 */
@Component
class AdjustmentLimits {

    static final Duration WINDOW = Duration.ofHours(24);

    private final long limitMinor;

    AdjustmentLimits(@Value("${mendian.member.adjustment-limit-minor:50000}") long limitMinor) {
        this.limitMinor = limitMinor;
    }

    void check(Caller decider, long movedBefore, long moves) {
        if (!decider.has(Right.LOYALTY_RULES) && Math.addExact(movedBefore, moves) > limitMinor) {
            throw AdjustmentProblem.ADJUSTMENT_ABOVE_LIMIT.with(
                    "limitMinor", limitMinor, "movedMinor", movedBefore, "asksMinor", moves);
        }
    }
}
