package io.mendian.marketing.coupon;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a template: everything of a draft; of a live one only its name, total, claim switch and state, because coupons
 * given out keep the terms under which they were given.
 */
@UseCase
public class ChangeCouponTemplate {

    private final CouponTemplates templates;
    private final CouponTemplateMapper mapper;
    private final Clock clock;

    ChangeCouponTemplate(CouponTemplates templates, CouponTemplateMapper mapper, Clock clock) {
        this.templates = templates;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void change(long id, CouponTerms terms, CouponTemplateState state) {
        CouponTemplateRow was = templates.require(id);
        if (state != was.state() && !was.state().next().contains(state)) {
            throw CouponProblem.COUPON_TEMPLATE_STATE.with("from", was.state(), "to", state);
        }
        CouponTemplateRow to =
                templates.row(id, terms, state, was.issued(), was.version(), was.createdAt(), clock.instant());
        if (was.state() != CouponTemplateState.DRAFT && !sameTerms(templates.terms(was), templates.terms(to))) {
            throw CouponProblem.COUPON_TEMPLATE_FIXED.with();
        }
        if (mapper.change(to, was.state()) != 1) {
            CouponTemplateRow now = templates.require(id);
            if (now.state() != was.state() || now.version() != was.version()) {
                throw CouponProblem.COUPON_TEMPLATE_STATE.with("from", now.state(), "to", state);
            }
            throw CouponProblem.COUPON_TOTAL_TOO_SMALL.with("issued", now.issued());
        }
    }

    private static boolean sameTerms(CouponTerms was, CouponTerms to) {
        CouponTerms fixed = new CouponTerms(
                to.name(),
                was.kind(),
                was.settings(),
                was.scope(),
                was.stacking(),
                was.validity(),
                new CouponLimits(
                        to.limits().total(),
                        was.limits().perMember(),
                        was.limits().perDay()),
                to.claimable(),
                was.newMembersOnly(),
                was.issueOn(),
                was.issueMinPaidMinor(),
                was.audience());
        return fixed.equals(to);
    }
}
