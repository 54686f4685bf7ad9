package io.mendian.member.hold;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Expires holds. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class HoldTimers {

    private static final int HOLDS_A_RUN = 100;

    private final ExpireHolds expireHolds;

    HoldTimers(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void expire() {
        while (expireHolds.expire(HOLDS_A_RUN) == HOLDS_A_RUN) {
            // the next hundred
        }
    }
}
