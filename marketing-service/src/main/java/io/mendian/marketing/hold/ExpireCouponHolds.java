package io.mendian.marketing.hold;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Frees what overdue holds keep; at most {@code limit} holds per run. */
@UseCase
public class ExpireCouponHolds {

    private final CouponHoldMapper holds;
    private final Coupons coupons;
    private final Clock clock;

    ExpireCouponHolds(CouponHoldMapper holds, Coupons coupons, Clock clock) {
        this.holds = holds;
        this.coupons = coupons;
        this.clock = clock;
    }

    /** Gives the number of holds that ended. */
    @Transactional
    public int expire(int limit) {
        List<Long> overdue = holds.overdue(clock.instant(), limit);
        int ended = 0;
        for (long id : overdue.stream().sorted().toList()) {
            if (holds.end(id, CouponHoldState.EXPIRED) == 1) {
                coupons.free(OrderId.of(id));
                ended++;
            }
        }
        return ended;
    }
}
