package io.mendian.marketing.coupon;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Takes a granted coupon back: at once when it is free, as soon as it would be when an order holds or has used it. Again: nothing. */
@UseCase
public class WithdrawGrant {

    private final CouponGrantMapper grants;
    private final CouponMapper coupons;
    private final Clock clock;

    WithdrawGrant(CouponGrantMapper grants, CouponMapper coupons, Clock clock) {
        this.grants = grants;
        this.coupons = coupons;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(String grantId) {
        CouponGrantRow grant = grants.selectById(grantId);
        if (grant == null || grant.couponId() == null) {
            return;
        }
        if (coupons.withdraw(grant.couponId()) == 1) {
            coupons.enter(Ids.next(), grant.couponId(), CouponMove.WITHDRAWN, grantId(grant), clock.instant());
        } else {
            coupons.askWithdrawal(grant.couponId());
        }
    }

    /** As much of it as the ledger keeps. */
    private static String grantId(CouponGrantRow grant) {
        return grant.grantId().length() <= 40
                ? grant.grantId()
                : grant.grantId().substring(0, 40);
    }
}
