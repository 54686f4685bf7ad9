package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** A member takes a coupon from the claim centre. Total, daily and per-member limits hold whatever the crowd. */
@UseCase
public class ClaimCoupon {

    private final CouponTemplates templates;
    private final CouponIssuing issuing;
    private final CouponQueries queries;
    private final Clock clock;

    ClaimCoupon(CouponTemplates templates, CouponIssuing issuing, CouponQueries queries, Clock clock) {
        this.templates = templates;
        this.issuing = issuing;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    public CouponView claim(long templateId, MemberKey member) {
        CouponTemplateRow template = templates.require(templateId);
        if (template.state() == CouponTemplateState.DRAFT) {
            throw CouponProblem.COUPON_TEMPLATE_UNKNOWN.with();
        }
        if (!template.claimable()) {
            throw CouponProblem.COUPON_NOT_CLAIMABLE.with();
        }
        return queries.view(issuing.give(template, member, CouponCause.CLAIM, null, clock.instant()), template);
    }
}
