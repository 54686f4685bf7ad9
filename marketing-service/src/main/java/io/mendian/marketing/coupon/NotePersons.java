package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns that members are one person. What each of them was given once is the person's from then on; where that makes two of
 * a template, the one of the member of whom it is learned is taken back: at once when it is free, else as soon as it comes
 * free. Of a member who is merged away the other gets the coupon that is still free. Again changes nothing.
 */
@UseCase
public class NotePersons {

    private final CouponPersonMapper persons;
    private final CouponTemplateMapper templates;
    private final CouponMapper coupons;
    private final Clock clock;

    NotePersons(CouponPersonMapper persons, CouponTemplateMapper templates, CouponMapper coupons, Clock clock) {
        this.persons = persons;
        this.templates = templates;
        this.coupons = coupons;
        this.clock = clock;
    }

    @Transactional
    public void known(MemberKey member, MemberKey person, @Nullable MemberKey mergedInto) {
        persons.open(person.value());
        persons.open(member.value());
        boolean same = persons.personOf(member.value()) == person.value();
        if (same && mergedInto == null) {
            return;
        }
        persons.become(member.value(), person.value());
        for (CouponPersonRow given : persons.ofMember(member.value())) {
            CouponPersonRow other = persons.of(given.templateId(), person.value());
            if (other != null && other.couponId() != given.couponId()) {
                takeBack(given, person);
            } else if (mergedInto == null) {
                persons.passOn(given.couponId(), person.value(), member.value());
            } else if (handOver(given, mergedInto)) {
                persons.passOn(given.couponId(), person.value(), mergedInto.value());
            } else {
                persons.passOn(given.couponId(), person.value(), member.value());
            }
        }
    }

    private void takeBack(CouponPersonRow given, MemberKey person) {
        if (coupons.withdraw(given.couponId()) == 1) {
            coupons.enter(Ids.next(), given.couponId(), CouponMove.WITHDRAWN, "PERSON:" + person, clock.instant());
        } else {
            coupons.askWithdrawal(given.couponId());
        }
        persons.forget(given.couponId());
    }

    /** A coupon that is free passes on, as far as the other has room for it; it is the same coupon. */
    private boolean handOver(CouponPersonRow given, MemberKey to) {
        if (coupons.passOn(given.couponId(), given.memberKey(), to.value()) != 1) {
            return false;
        }
        Integer perMember = templates.selectById(given.templateId()).limitPerMember();
        if (perMember == null) {
            return true;
        }
        templates.openMemberQuota(given.templateId(), to.value());
        boolean room = templates.takeMemberQuota(given.templateId(), to.value(), perMember) == 1;
        if (!room) {
            Guard.one(
                    coupons.passOn(given.couponId(), to.value(), given.memberKey()),
                    () -> new IllegalStateException("coupon " + given.couponId() + " was changed by somebody else"));
        }
        return room;
    }
}
