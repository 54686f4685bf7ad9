package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the coupons that a template gives by itself: once per member who joins, once per paid order. A template whose
 * limits are reached gives nothing, and the others give theirs all the same.
 */
@UseCase
public class GiveCoupons {

    private static final Logger LOG = LoggerFactory.getLogger(GiveCoupons.class);

    private final CouponTemplateMapper templates;
    private final CouponMapper coupons;
    private final CouponIssuing issuing;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    GiveCoupons(
            CouponTemplateMapper templates,
            CouponMapper coupons,
            CouponIssuing issuing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.templates = templates;
        this.coupons = coupons;
        this.issuing = issuing;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** {@code causeId}: the member or the order; {@code worthMinor}: what the order cost, recharges aside. */
    @Transactional
    public void give(IssueOn occasion, MemberKey member, String causeId, long worthMinor) {
        CouponCause cause =
                switch (occasion) {
                    case MEMBER_JOINED -> CouponCause.MEMBER_JOINED;
                    case ORDER_PAID -> CouponCause.ORDER_PAID;
                    case NOTHING -> throw new IllegalArgumentException("nothing gives no coupons");
                };
        for (CouponTemplateRow template : templates.liveOn(occasion)) {
            if (worthMinor >= template.issueMinPaid() && coupons.byCause(template.id(), cause, causeId) == null) {
                giveOne(template, member, cause, causeId);
            }
        }
    }

    private void giveOne(CouponTemplateRow template, MemberKey member, CouponCause cause, String causeId) {
        try {
            savepoint.executeWithoutResult(status -> issuing.give(template, member, cause, causeId, clock.instant()));
        } catch (ProblemException e) {
            LOG.info("template {} gives no coupon for {} {}: {}", template.id(), cause, causeId, e.getMessage());
        }
    }
}
