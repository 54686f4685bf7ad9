package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps newcomers' coupons to one of a template for each person, under whichever of his phone numbers, openids or devices he
 * comes. Inside the caller's transaction.
 */
@Component
class OncePerPerson {

    private final CouponPersonMapper persons;

    OncePerPerson(CouponPersonMapper persons) {
        this.persons = persons;
    }

    static boolean concerns(CouponTemplateRow template) {
        return template.newMembersOnly() || template.issueOn() == IssueOn.MEMBER_JOINED;
    }

    /** Takes the person's only one for this coupon, or refuses; nothing where the template is for everybody. */
    void take(CouponTemplateRow template, MemberKey member, long coupon, Instant now) {
        if (!concerns(template)) {
            return;
        }
        persons.open(member.value());
        long person = persons.personOf(member.value());
        if (template.newMembersOnly() && persons.boughtBefore(person) > 0) {
            throw CouponProblem.COUPON_NEW_MEMBERS_ONLY.with();
        }
        Guard.one(
                persons.give(template.id(), person, member.value(), coupon, now),
                CouponProblem.COUPON_ONCE_PER_PERSON::with);
    }
}
