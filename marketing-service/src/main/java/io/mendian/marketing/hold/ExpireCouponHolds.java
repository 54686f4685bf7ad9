package io.mendian.marketing.hold;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.hold.HoldTable;
import io.mendian.runtime.hold.OverdueHolds;
import io.mendian.runtime.persistence.UseCase;

/** Frees the coupons that overdue holds keep and no order needs any more; at most {@code limit} holds per run. */
@UseCase
public class ExpireCouponHolds {

    private static final HoldTable COUPONS = new HoldTable("COUPON", "coupon_hold", "id", "state");

    private final OverdueHolds overdue;
    private final CouponHoldMapper holds;
    private final Coupons coupons;

    ExpireCouponHolds(OverdueHolds overdue, CouponHoldMapper holds, Coupons coupons) {
        this.overdue = overdue;
        this.holds = holds;
        this.coupons = coupons;
    }

    /** Gives the number of holds that ended or were put off. */
    public int expire(int limit) {
        return overdue.expire(COUPONS, limit, this::end);
    }

    private boolean end(long order) {
        if (holds.end(order, CouponHoldState.EXPIRED) != 1) {
            return false;
        }
        coupons.free(OrderId.of(order));
        return true;
    }
}
