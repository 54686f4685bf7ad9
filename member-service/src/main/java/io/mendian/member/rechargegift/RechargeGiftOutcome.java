package io.mendian.member.rechargegift;

import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.GrantOutcome;
import io.mendian.runtime.alarm.Alarms;
import org.springframework.stereotype.Component;

/** The coupon of a recharge arrived, or was refused: then somebody has to look at its template. */
@Component
class RechargeGiftOutcome implements GrantOutcome {

    static final String CAUSE = "RECHARGE_GIFT";

    private final RechargeCoupons coupons;
    private final Alarms alarms;

    RechargeGiftOutcome(RechargeCoupons coupons, Alarms alarms) {
        this.coupons = coupons;
        this.alarms = alarms;
    }

    @Override
    public String causeType() {
        return CAUSE;
    }

    @Override
    public void granted(CouponGrant grant, String couponId) {
        coupons.end(grant.grantId(), "GIVEN", couponId);
    }

    @Override
    public void refused(CouponGrant grant, String reason) {
        coupons.end(grant.grantId(), "REFUSED", "");
        alarms.raise(
                "RECHARGE_GIFT_REFUSED",
                Long.toString(grant.grantId()),
                "recharge " + grant.causeId() + " owes a coupon of template " + grant.templateId() + ": " + reason);
    }
}
