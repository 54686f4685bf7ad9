package io.mendian.marketing.hold;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.BearerCoupons;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Holds a printed code for an order of whoever shows it; from then on its coupon lives like any other. */
@UseCase
public class HoldCouponCode {

    private final BearerCoupons bearers;
    private final HoldCoupons hold;

    HoldCouponCode(BearerCoupons bearers, HoldCoupons hold) {
        this.bearers = bearers;
        this.hold = hold;
    }

    /** {@code couponId} as {@link io.mendian.marketing.coupon.CodeGoods} named it. */
    @Transactional
    public CouponHoldView hold(OrderId order, long couponId, Instant expiresAt) {
        bearers.open(couponId);
        return hold.hold(new HoldCouponsCommand(order, Coupons.BEARER, Map.of(couponId, 0L), expiresAt));
    }
}
