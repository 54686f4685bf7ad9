package io.mendian.member.rechargegift;

import io.mendian.member.rechargegift.client.GrantedCoupons;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes coupons of refunded recharges back at marketing-service, until it has said yes. Calls between transactions, never
 * inside one; asking again changes nothing there.
 */
@UseCase
public class WithdrawRechargeCoupons {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawRechargeCoupons.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final RechargeCoupons coupons;
    private final GrantedCoupons marketing;
    private final Clock clock;

    WithdrawRechargeCoupons(RechargeCoupons coupons, GrantedCoupons marketing, Clock clock) {
        this.coupons = coupons;
        this.marketing = marketing;
        this.clock = clock;
    }

    /** Gives how many were due. */
    public int withdraw(int limit) {
        var due = coupons.due(clock.instant(), limit);
        for (long grantId : due) {
            try {
                marketing.withdraw(Long.toString(grantId));
                coupons.withdrawn(grantId);
            } catch (RuntimeException e) {
                LOG.warn("coupon of grant {} is taken back later: {}", grantId, e.toString());
                coupons.later(grantId, clock.instant().plus(PAUSE));
            }
        }
        return due.size();
    }
}
