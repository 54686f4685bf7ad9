package io.mendian.marketing.hold;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Ends a hold without use; its coupons are free again. Nothing when the hold is gone or was never there. */
@UseCase
public class ReleaseCoupons {

    private final CouponHoldMapper holds;
    private final Coupons coupons;

    ReleaseCoupons(CouponHoldMapper holds, Coupons coupons) {
        this.holds = holds;
        this.coupons = coupons;
    }

    @Transactional
    public void release(OrderId order) {
        if (holds.end(order.value(), CouponHoldState.RELEASED) == 1) {
            coupons.free(order);
        }
    }
}
