package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member one coupon because another service says so (points redeemed, recharge gift …). The same grant again is the same coupon. */
@UseCase
public class GrantCoupon {

    private final CouponGrantMapper grants;
    private final CouponTemplateMapper templates;
    private final CouponIssuing issuing;
    private final Clock clock;

    GrantCoupon(CouponGrantMapper grants, CouponTemplateMapper templates, CouponIssuing issuing, Clock clock) {
        this.grants = grants;
        this.templates = templates;
        this.issuing = issuing;
        this.clock = clock;
    }

    /** Gives the coupon's id. */
    @Transactional
    public String grant(String grantId, long templateId, MemberKey member, String cause) {
        CouponGrantRow known = grants.selectById(grantId);
        if (known != null) {
            return same(known, templateId, member);
        }
        CouponTemplateRow template = templates.selectById(templateId);
        if (template == null) {
            throw refused("COUPON_TEMPLATE_UNKNOWN");
        }
        Instant now = clock.instant();
        try {
            grants.insert(new CouponGrantRow(grantId, templateId, member.value(), null, cause, now));
        } catch (DuplicateKeyException e) {
            // the same call at the same time was faster; its coupon is ours
            return same(grants.lock(grantId), templateId, member);
        }
        try {
            long coupon =
                    issuing.give(template, member, CouponCause.GRANT, null, now).id();
            Guard.one(grants.give(grantId, coupon), () -> new IllegalStateException("grant " + grantId + " is gone"));
            return Long.toString(coupon);
        } catch (ProblemException e) {
            throw refused(e.problem().name());
        }
    }

    private static String same(CouponGrantRow known, long templateId, MemberKey member) {
        if (known.templateId() != templateId || known.memberKey() != member.value() || known.couponId() == null) {
            throw refused("GRANT_DIFFERS");
        }
        return Long.toString(known.couponId());
    }

    private static ProblemException refused(String reason) {
        return CouponProblem.COUPON_GRANT_REFUSED.with("reason", reason);
    }
}
