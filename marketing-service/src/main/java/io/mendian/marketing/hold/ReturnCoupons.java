package io.mendian.marketing.hold;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Gives the coupons of a wholly refunded order back; one that had expired by the refund stays used. */
@UseCase
public class ReturnCoupons {

    private final Coupons coupons;

    ReturnCoupons(Coupons coupons) {
        this.coupons = coupons;
    }

    @Transactional
    public void giveBack(OrderId order, Instant refundedAt) {
        coupons.giveBack(order, refundedAt);
    }
}
