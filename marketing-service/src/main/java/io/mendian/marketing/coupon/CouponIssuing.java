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
 * Gives one coupon inside the caller's transaction. Every limit is a guarded counter, taken in the order person, member,
 * day, total; when one refuses, the whole transaction (or the caller's savepoint) rolls back.
 */
@Component
class CouponIssuing {

    private final CouponTemplateMapper templates;
    private final CouponMapper coupons;
    private final OncePerPerson once;
    private final Outbox outbox;

    CouponIssuing(CouponTemplateMapper templates, CouponMapper coupons, OncePerPerson once, Outbox outbox) {
        this.templates = templates;
        this.coupons = coupons;
        this.once = once;
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
        long id = Ids.next();
        once.take(template, member, id, now);
        takeMemberQuota(template, member);
        takeQuotas(template, now, zone);
        CouponRow coupon =
                insert(id, template, member, cause, causeId == null ? Long.toString(id) : causeId, valid, now);
        outbox.add(claimed(coupon, member));
        return coupon;
    }

    /** The coupon of a printed code for whoever shows it: it has the code's id and counts for no member. */
    CouponRow giveBearer(CouponTemplateRow template, long codeId, Instant now) {
        ZoneId zone = ZoneId.of(template.zone());
        TimeSlot valid = new CouponValidity(
                        template.validFromDate(), template.validToDate(), template.validDays(), null)
                .slotFor(now, zone);
        if (template.state() != CouponTemplateState.LIVE || !now.isBefore(valid.to())) {
            throw CouponProblem.COUPON_NOT_LIVE.with();
        }
        takeQuotas(template, now, zone);
        return insert(codeId, template, Coupons.BEARER, CouponCause.CODE, Long.toString(codeId), valid, now);
    }

    /** Hands a bearer's free coupon to the member who claims its code; it then counts for him. */
    void adopt(CouponTemplateRow template, CouponRow coupon, MemberKey member, Instant now) {
        if (template.newMembersOnly() && templates.boughtBefore(member.value()) > 0) {
            throw CouponProblem.COUPON_NEW_MEMBERS_ONLY.with();
        }
        once.take(template, member, coupon.id(), now);
        takeMemberQuota(template, member);
        Guard.one(coupons.adopt(coupon.id(), member.value()), CouponProblem.COUPON_CODE_USED::with);
        outbox.add(claimed(coupon, member));
    }

    private CouponRow insert(
            long id,
            CouponTemplateRow template,
            MemberKey member,
            CouponCause cause,
            String causeId,
            TimeSlot valid,
            Instant now) {
        CouponRow coupon = new CouponRow(
                id,
                template.id(),
                member.value(),
                cause,
                causeId,
                valid.from(),
                valid.to(),
                CouponState.AVAILABLE,
                null,
                0,
                false,
                now);
        coupons.insert(coupon);
        coupons.enter(Ids.next(), id, CouponMove.GIVEN, causeId, now);
        return coupon;
    }

    private static CouponClaimed claimed(CouponRow coupon, MemberKey member) {
        return new CouponClaimed(
                Long.toString(coupon.id()),
                Long.toString(coupon.templateId()),
                member,
                coupon.validFrom(),
                coupon.validTo(),
                coupon.causeType().name(),
                coupon.claimedAt());
    }

    private void takeMemberQuota(CouponTemplateRow template, MemberKey member) {
        Integer perMember = template.limitPerMember();
        if (perMember != null) {
            templates.openMemberQuota(template.id(), member.value());
            Guard.one(
                    templates.takeMemberQuota(template.id(), member.value(), perMember),
                    () -> CouponProblem.COUPON_MEMBER_LIMIT.with("limit", perMember));
        }
    }

    private void takeQuotas(CouponTemplateRow template, Instant now, ZoneId zone) {
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
