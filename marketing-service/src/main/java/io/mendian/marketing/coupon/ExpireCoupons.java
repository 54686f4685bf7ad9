package io.mendian.marketing.coupon;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Marks coupons whose time is over; at most {@code limit} per run. They could not be used before the mark either. */
@UseCase
public class ExpireCoupons {

    private final CouponMapper coupons;
    private final Clock clock;

    ExpireCoupons(CouponMapper coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    /** Gives the number of coupons marked. */
    @Transactional
    public int expire(int limit) {
        Instant now = clock.instant();
        List<Long> over = coupons.expired(now, limit);
        int marked = 0;
        for (long id : over.stream().sorted().toList()) {
            if (coupons.expire(id, now) == 1) {
                coupons.enter(Ids.next(), id, CouponMove.EXPIRED, Long.toString(id), now);
                marked++;
            }
        }
        return marked;
    }
}
