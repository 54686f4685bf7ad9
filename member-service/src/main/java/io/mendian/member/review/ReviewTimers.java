package io.mendian.member.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class ReviewTimers {

    private static final int A_RUN = 50;

    private final WithdrawReviewCoupons withdraw;

    ReviewTimers(WithdrawReviewCoupons withdraw) {
        this.withdraw = withdraw;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void withdrawCoupons() {
        withdraw.withdraw(A_RUN);
    }
}
