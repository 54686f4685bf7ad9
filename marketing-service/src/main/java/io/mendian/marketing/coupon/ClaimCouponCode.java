package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Turns a printed code into a coupon of the member who types it first. His typing it again gives the same coupon. */
@UseCase
public class ClaimCouponCode {

    private final CouponCodeMapper codes;
    private final CouponMapper coupons;
    private final CouponTemplates templates;
    private final CouponIssuing issuing;
    private final CouponQueries queries;
    private final Clock clock;

    ClaimCouponCode(
            CouponCodeMapper codes,
            CouponMapper coupons,
            CouponTemplates templates,
            CouponIssuing issuing,
            CouponQueries queries,
            Clock clock) {
        this.codes = codes;
        this.coupons = coupons;
        this.templates = templates;
        this.issuing = issuing;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    public CouponView claim(String typed, MemberKey member) {
        CouponCode code = CouponCode.parse(typed);
        if (code == null) {
            throw CouponProblem.COUPON_CODE_MISTYPED.with();
        }
        CouponCodeRow row = codes.byCode(code.text());
        if (row == null) {
            throw CouponProblem.COUPON_CODE_UNKNOWN.with();
        }
        CouponTemplateRow template = templates.require(row.templateId());
        CouponRow known = coupons.byCause(template.id(), CouponCause.CODE, Long.toString(row.id()));
        if (known != null && known.memberKey() == member.value()) {
            return queries.view(known, template);
        }
        Instant now = clock.instant();
        if (known != null && Coupons.isBearers(known) && codes.adopt(row.id(), member.value(), now) == 1) {
            issuing.adopt(template, known, member, now);
            return queries.view(known, template);
        }
        if (known != null || codes.claim(row.id(), member.value(), now) != 1) {
            throw CouponProblem.COUPON_CODE_USED.with();
        }
        return queries.view(issuing.give(template, member, CouponCause.CODE, Long.toString(row.id()), now), template);
    }
}
