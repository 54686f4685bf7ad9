package io.mendian.marketing.coupon;

import io.mendian.contracts.marketing.CouponReturned;
import io.mendian.contracts.marketing.CouponUsed;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a coupon's life that an order causes. Each is a guarded update with its ledger entry, inside the caller's
 * transaction; coupons are taken in the order of their ids.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Coupons {

    /** Who has a coupon of a printed code that nobody claimed: whoever shows the paper. No member has this key. */
    public static final MemberKey BEARER = MemberKey.of(0);

    private final CouponMapper coupons;
    private final Outbox outbox;
    private final Clock clock;
    private final String currency;

    Coupons(CouponMapper coupons, Outbox outbox, Clock clock, @Value("${mendian.currency}") String currency) {
        this.coupons = coupons;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /** Holds all of a member's coupons for an order, or refuses and says why. */
    public void hold(List<Long> couponIds, MemberKey member, OrderId order) {
        Instant now = clock.instant();
        for (long id : couponIds.stream().sorted().toList()) {
            if (coupons.hold(id, member.value(), order.value(), now) != 1) {
                throw whyNot(id, member, now);
            }
            enter(id, CouponMove.HELD, order, now);
        }
    }

    /** Frees what is held for an order; nothing when nothing is. */
    public void free(OrderId order) {
        Instant now = clock.instant();
        for (CouponRow coupon : coupons.ofOrder(order.value())) {
            if (coupons.free(coupon.id(), order.value()) == 1) {
                enter(coupon.id(), CouponMove.RELEASED, order, now);
                if (coupon.withdrawAsked()) {
                    enter(coupon.id(), CouponMove.WITHDRAWN, order, now);
                }
            }
        }
    }

    /** The coupons that an order has used up. */
    public Set<Long> usedBy(OrderId order) {
        return coupons.ofOrder(order.value()).stream()
                .filter(coupon -> coupon.state() == CouponState.USED)
                .map(CouponRow::id)
                .collect(Collectors.toSet());
    }

    /** Uses up a coupon that is held for this order; false when it is not. */
    public boolean use(long couponId, OrderId order, MemberKey member, long discountMinor, Instant at) {
        if (coupons.use(couponId, order.value(), discountMinor) != 1) {
            return false;
        }
        used(couponId, order, member, discountMinor, at);
        return true;
    }

    /** Uses up a coupon for an order that was paid after its hold had gone; false when it is no longer free. */
    public boolean useLate(long couponId, OrderId order, MemberKey member, long discountMinor, Instant at) {
        if (coupons.useLate(couponId, member.value(), order.value(), discountMinor) != 1) {
            return false;
        }
        used(couponId, order, member, discountMinor, at);
        return true;
    }

    /** Gives the coupons of a wholly refunded order back, unless they had expired by then. */
    public void giveBack(OrderId order, Instant refundedAt) {
        for (CouponRow coupon : coupons.ofOrder(order.value())) {
            if (coupons.giveBack(coupon.id(), order.value(), refundedAt) == 1) {
                enter(coupon.id(), CouponMove.RETURNED, order, clock.instant());
                // events of coupons tell a member's story; a bearer's coupon is told by the order alone
                if (!isBearers(coupon)) {
                    outbox.add(new CouponReturned(
                            Long.toString(coupon.id()),
                            Long.toString(coupon.templateId()),
                            MemberKey.of(coupon.memberKey()),
                            order,
                            refundedAt));
                }
                if (coupon.withdrawAsked()) {
                    enter(coupon.id(), CouponMove.WITHDRAWN, order, clock.instant());
                }
            }
        }
    }

    private void used(long couponId, OrderId order, MemberKey member, long discountMinor, Instant at) {
        enter(couponId, CouponMove.USED, order, clock.instant());
        if (member.equals(BEARER)) {
            return;
        }
        CouponRow coupon = coupons.selectById(couponId);
        outbox.add(new CouponUsed(
                Long.toString(couponId),
                Long.toString(coupon.templateId()),
                member,
                order,
                discountMinor,
                currency,
                at));
    }

    static boolean isBearers(CouponRow coupon) {
        return coupon.memberKey() == BEARER.value();
    }

    private ProblemException whyNot(long id, MemberKey member, Instant now) {
        List<CouponRow> own = coupons.ofMember(member.value(), List.of(id));
        if (own.isEmpty()) {
            return CouponProblem.COUPON_UNKNOWN.with();
        }
        CouponRow coupon = own.getFirst();
        if (coupon.state() == CouponState.HELD || coupon.state() == CouponState.USED) {
            return CouponProblem.COUPON_ALREADY_USED.with("couponId", Long.toString(id));
        }
        if (now.isBefore(coupon.validFrom())) {
            return CouponProblem.COUPON_NOT_YET_VALID.with("couponId", Long.toString(id));
        }
        if (coupon.state() == CouponState.AVAILABLE && now.isBefore(coupon.validTo())) {
            // freed between the two statements: to the caller it was taken at the time
            return CouponProblem.COUPON_ALREADY_USED.with("couponId", Long.toString(id));
        }
        return CouponProblem.COUPON_EXPIRED.with("couponId", Long.toString(id));
    }

    private void enter(long couponId, CouponMove move, OrderId order, Instant now) {
        coupons.enter(Ids.next(), couponId, move, order.text(), now);
    }
}
