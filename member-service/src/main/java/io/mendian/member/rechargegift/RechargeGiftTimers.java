package io.mendian.member.rechargegift;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Credits instalments that are due and takes back coupons of refunded recharges. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class RechargeGiftTimers {

    private static final int A_RUN = 100;

    private final CreditInstalments creditInstalments;
    private final WithdrawRechargeCoupons withdrawCoupons;

    RechargeGiftTimers(CreditInstalments creditInstalments, WithdrawRechargeCoupons withdrawCoupons) {
        this.creditInstalments = creditInstalments;
        this.withdrawCoupons = withdrawCoupons;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    void credit() {
        while (creditInstalments.credit(A_RUN) == A_RUN) {
            // the next hundred
        }
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void withdraw() {
        while (withdrawCoupons.withdraw(A_RUN) == A_RUN) {
            // the next hundred
        }
    }
}
