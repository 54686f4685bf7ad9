package io.mendian.member.signin;

import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.GrantOutcome;
import io.mendian.runtime.alarm.Alarms;
import org.springframework.stereotype.Component;

/** The coupon of a streak arrived, or was refused: then somebody has to look at its template. */
@Component
class SignInGiftOutcome implements GrantOutcome {

    private final SignIns signIns;
    private final Alarms alarms;

    SignInGiftOutcome(SignIns signIns, Alarms alarms) {
        this.signIns = signIns;
        this.alarms = alarms;
    }

    @Override
    public String causeType() {
        return SignInToday.CAUSE;
    }

    @Override
    public void granted(CouponGrant grant, String couponId) {
        signIns.endGift(grant.grantId(), "GIVEN", couponId, null);
    }

    @Override
    public void refused(CouponGrant grant, String reason) {
        signIns.endGift(grant.grantId(), "REFUSED", null, reason);
        alarms.raise(
                "SIGN_IN_GIFT_REFUSED",
                Long.toString(grant.grantId()),
                "member " + grant.member() + " was owed a coupon of template " + grant.templateId() + ": " + reason);
    }
}
