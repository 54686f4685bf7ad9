package io.mendian.marketing.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uses up the coupons of a paid order, once. When the hold had ended meanwhile, a coupon that is still free is used all
 * the same; one that is not becomes a shortage row with an alarm, for the discount was given.
 */
@UseCase
public class ConfirmCoupons {

    private static final String SHORTAGE = "COUPON_BEYOND_ITS_USE";

    private final CouponHoldMapper holds;
    private final Coupons coupons;
    private final Alarms alarms;
    private final Clock clock;

    ConfirmCoupons(CouponHoldMapper holds, Coupons coupons, Alarms alarms, Clock clock) {
        this.holds = holds;
        this.coupons = coupons;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Transactional
    public void confirm(OrderId order, MemberKey member, List<Long> couponIds, Instant paidAt) {
        CouponHoldRow hold = holds.selectById(order.value());
        Map<Long, Long> discounts = hold == null ? Map.of() : hold.discounts();
        boolean held = hold != null && holds.end(order.value(), CouponHoldState.CONFIRMED) == 1;
        Set<Long> done = held ? Set.of() : coupons.usedBy(order);
        for (long coupon : couponIds.stream().sorted().distinct().toList()) {
            if (done.contains(coupon)) {
                continue;
            }
            long discount = discounts.getOrDefault(coupon, 0L);
            if (!held || !coupons.use(coupon, order, member, discount, paidAt)) {
                late(order, member, coupon, discount, paidAt);
            }
        }
    }

    private void late(OrderId order, MemberKey member, long coupon, long discount, Instant paidAt) {
        Instant now = clock.instant();
        boolean rescued = coupons.useLate(coupon, order, member, discount, paidAt);
        String reason =
                rescued ? "the hold had ended; the coupon was still free" : "the hold had ended; the coupon is gone";
        if (holds.noteShortage(order.value(), coupon, reason, now, rescued ? now : null) == 1 && !rescued) {
            alarms.raise(
                    SHORTAGE,
                    order + ":" + coupon,
                    Map.of("orderId", order.text(), "couponId", Long.toString(coupon), "discountMinor", discount));
        }
    }
}
