package io.mendian.member.review;

import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.GrantOutcome;
import io.mendian.runtime.alarm.Alarms;
import org.springframework.stereotype.Component;

/** The coupon of a review arrived, or was refused: then somebody has to look at its template. */
@Component
class ReviewCouponOutcome implements GrantOutcome {

    private final ReviewCoupons coupons;
    private final Alarms alarms;

    ReviewCouponOutcome(ReviewCoupons coupons, Alarms alarms) {
        this.coupons = coupons;
        this.alarms = alarms;
    }

    @Override
    public String causeType() {
        return DecideReview.CAUSE;
    }

    @Override
    public void granted(CouponGrant grant, String couponId) {
        coupons.end(grant.grantId(), "GIVEN", couponId);
    }

    @Override
    public void refused(CouponGrant grant, String reason) {
        coupons.end(grant.grantId(), "REFUSED", "");
        alarms.raise(
                "REVIEW_COUPON_REFUSED",
                Long.toString(grant.grantId()),
                "review " + grant.causeId() + " owes a coupon of template " + grant.templateId() + ": " + reason);
    }
}
