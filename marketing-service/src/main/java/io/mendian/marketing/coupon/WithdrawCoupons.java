package io.mendian.marketing.coupon;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what was given for an order that was wholly refunded: a coupon that is free at once, one that another order
 * holds or has used as soon as it would become free again.
 */
@UseCase
public class WithdrawCoupons {

    private final CouponMapper coupons;
    private final Clock clock;

    WithdrawCoupons(CouponMapper coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(OrderId order) {
        for (CouponRow coupon : coupons.givenFor(order.text())) {
            if (coupons.withdraw(coupon.id()) == 1) {
                coupons.enter(Ids.next(), coupon.id(), CouponMove.WITHDRAWN, order.text(), clock.instant());
            } else {
                coupons.askWithdrawal(coupon.id());
            }
        }
    }
}
