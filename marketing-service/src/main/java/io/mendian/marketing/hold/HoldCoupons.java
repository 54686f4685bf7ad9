package io.mendian.marketing.hold;

import io.mendian.marketing.coupon.Coupons;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Holds a member's coupons for an order: all of them or none. The same hold again is the same hold. */
@UseCase
public class HoldCoupons {

    private final CouponHoldMapper holds;
    private final Coupons coupons;
    private final Clock clock;

    HoldCoupons(CouponHoldMapper holds, Coupons coupons, Clock clock) {
        this.holds = holds;
        this.coupons = coupons;
        this.clock = clock;
    }

    @Transactional
    public CouponHoldView hold(HoldCouponsCommand command) {
        Instant now = clock.instant();
        CouponHoldRow known = holds.selectById(command.order().value());
        if (known != null) {
            return same(known, command);
        }
        if (!now.isBefore(command.expiresAt())) {
            throw CouponHoldProblem.COUPON_HOLD_TOO_LATE.with();
        }
        CouponHoldRow row = new CouponHoldRow(
                command.order().value(),
                command.member().value(),
                CouponHoldRow.write(command.discounts()),
                CouponHoldState.HELD,
                command.expiresAt(),
                now);
        try {
            holds.insert(row);
        } catch (DuplicateKeyException e) {
            // the same call at the same time was faster; its answer is ours
            return same(holds.lock(row.id()), command);
        }
        coupons.hold(List.copyOf(command.discounts().keySet()), command.member(), command.order());
        return view(row);
    }

    private static CouponHoldView same(CouponHoldRow known, HoldCouponsCommand command) {
        if (known.memberKey() != command.member().value()
                || !known.couponIds().equals(CouponHoldRow.write(command.discounts()))) {
            throw CouponHoldProblem.COUPON_HOLD_DIFFERS.with();
        }
        if (known.state() != CouponHoldState.HELD && known.state() != CouponHoldState.CONFIRMED) {
            throw CouponHoldProblem.COUPON_HOLD_ENDED.with("state", known.state());
        }
        return view(known);
    }

    private static CouponHoldView view(CouponHoldRow row) {
        return new CouponHoldView(
                Long.toString(row.id()),
                row.discounts().keySet().stream().map(id -> Long.toString(id)).toList(),
                row.expiresAt());
    }
}
