package io.mendian.marketing.budget;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class PromotionBudgetTimers {

    private static final int PER_RUN = 100;

    private final ExpirePromotionHolds expire;

    PromotionBudgetTimers(ExpirePromotionHolds expire) {
        this.expire = expire;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void expireHolds() {
        while (expire.expire(PER_RUN) == PER_RUN) {
            // more are due
        }
    }
}
