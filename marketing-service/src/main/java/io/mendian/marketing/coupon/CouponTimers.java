package io.mendian.marketing.coupon;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class CouponTimers {

    private static final int PER_RUN = 200;

    private final ExpireCoupons expire;

    CouponTimers(ExpireCoupons expire) {
        this.expire = expire;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void expireCoupons() {
        while (expire.expire(PER_RUN) == PER_RUN) {
            // more are due
        }
    }
}
