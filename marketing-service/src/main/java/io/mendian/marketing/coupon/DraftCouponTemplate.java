package io.mendian.marketing.coupon;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Makes a coupon template, as a draft or live at once. */
@UseCase
public class DraftCouponTemplate {

    private final CouponTemplates templates;
    private final CouponTemplateMapper mapper;
    private final Clock clock;

    DraftCouponTemplate(CouponTemplates templates, CouponTemplateMapper mapper, Clock clock) {
        this.templates = templates;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public String draft(CouponTerms terms, CouponTemplateState state) {
        if (state == CouponTemplateState.ENDED) {
            throw CouponProblem.COUPON_TEMPLATE_STATE.with("from", CouponTemplateState.DRAFT, "to", state);
        }
        Instant now = clock.instant();
        CouponTemplateRow row = templates.row(Ids.next(), terms, state, 0, 1, now, now);
        mapper.insert(row);
        return Long.toString(row.id());
    }
}
