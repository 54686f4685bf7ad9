package io.mendian.marketing.coupon;

import io.mendian.contracts.marketing.CouponClaimed;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives one coupon inside the caller's transaction. Every limit is a guarded counter, taken in the order member, day,
 * total; when one refuses, the whole transaction (or the caller's savepoint) rolls back.
 */
@Component
class CouponIssuing {

    private final CouponTemplateMapper templates;
    private final CouponMapper coupons;
    private final Outbox outbox;

    CouponIssuing(CouponTemplateMapper templates, CouponMapper coupons, Outbox outbox) {
        this.templates = templates;
        this.coupons = coupons;
        this.outbox = outbox;
    }

    /** {@code causeId} null: the coupon is its own cause, as with a claim. */
    CouponRow give(
            CouponTemplateRow template, MemberKey member, CouponCause cause, @Nullable String causeId, Instant now) {
        ZoneId zone = ZoneId.of(template.zone());
        TimeSlot valid = new CouponValidity(
                        template.validFromDate(), template.validToDate(), template.validDays(), null)
                .slotFor(now, zone);
        if (template.state() != CouponTemplateState.LIVE || !now.isBefore(valid.to())) {
            throw CouponProblem.COUPON_NOT_LIVE.with();
        }
        if (template.newMembersOnly() && templates.boughtBefore(member.value()) > 0) {
            throw CouponProblem.COUPON_NEW_MEMBERS_ONLY.with();
        }
        takeQuotas(template, member, now, zone);
        long id = Ids.next();
        CouponRow coupon = new CouponRow(
                id,
                template.id(),
                member.value(),
                cause,
                causeId == null ? Long.toString(id) : causeId,
                valid.from(),
                valid.to(),
                CouponState.AVAILABLE,
                null,
                0,
                false,
                now);
        coupons.insert(coupon);
        coupons.enter(Ids.next(), id, CouponMove.GIVEN, coupon.causeId(), now);
        outbox.add(new CouponClaimed(
                Long.toString(id), Long.toString(template.id()), member, valid.from(), valid.to(), cause.name(), now));
        return coupon;
    }

    private void takeQuotas(CouponTemplateRow template, MemberKey member, Instant now, ZoneId zone) {
        Integer perMember = template.limitPerMember();
        if (perMember != null) {
            templates.openMemberQuota(template.id(), member.value());
            Guard.one(
                    templates.takeMemberQuota(template.id(), member.value(), perMember),
                    () -> CouponProblem.COUPON_MEMBER_LIMIT.with("limit", perMember));
        }
        Long perDay = template.limitPerDay();
        if (perDay != null) {
            templates.openDayQuota(template.id(), now.atZone(zone).toLocalDate());
            Guard.one(
                    templates.takeDayQuota(template.id(), now.atZone(zone).toLocalDate(), perDay),
                    CouponProblem.COUPON_ALL_TAKEN_TODAY::with);
        }
        Guard.one(templates.takeOne(template.id()), CouponProblem.COUPON_ALL_TAKEN::with);
    }
}
