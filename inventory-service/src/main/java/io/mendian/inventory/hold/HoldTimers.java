package io.mendian.inventory.hold;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for expired holds every second; until then they are held a little longer, which harms nobody. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class HoldTimers {

    private static final int PER_RUN = 200;
    private final ExpireHolds expireHolds;

    HoldTimers(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Scheduled(fixedDelay = 1000)
    void expire() {
        while (expireHolds.expire(PER_RUN) == PER_RUN) {
            Thread.onSpinWait();
        }
    }
}
