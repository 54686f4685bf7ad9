package io.mendian.marketing.coupon;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the coupon of a printed code when the code is first held at a counter, once; a member's coupon is never touched. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BearerCoupons {

    private final CouponCodeMapper codes;
    private final CouponTemplates templates;
    private final CouponIssuing issuing;
    private final Clock clock;

    BearerCoupons(CouponCodeMapper codes, CouponTemplates templates, CouponIssuing issuing, Clock clock) {
        this.codes = codes;
        this.templates = templates;
        this.issuing = issuing;
        this.clock = clock;
    }

    /** The code is locked first, so that of two tills the second sees what the first one did. */
    public void open(long codeId) {
        CouponCodeRow code = codes.lock(codeId);
        if (code == null) {
            throw CouponProblem.COUPON_CODE_UNKNOWN.with();
        }
        Long owner = code.memberKey();
        if (owner == null) {
            Instant now = clock.instant();
            codes.claim(codeId, Coupons.BEARER.value(), now);
            issuing.giveBearer(templates.require(code.templateId()), codeId, now);
        } else if (owner != Coupons.BEARER.value()) {
            throw CouponProblem.COUPON_CODE_CLAIMED.with();
        }
    }
}
