package io.mendian.member.review;

import io.mendian.member.review.client.ReviewCouponClient;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes coupons of reviews whose lines came back away again, until marketing-service has said yes; never inside a transaction. */
@UseCase
public class WithdrawReviewCoupons {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawReviewCoupons.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ReviewCoupons coupons;
    private final ReviewCouponClient marketing;
    private final Clock clock;

    WithdrawReviewCoupons(ReviewCoupons coupons, ReviewCouponClient marketing, Clock clock) {
        this.coupons = coupons;
        this.marketing = marketing;
        this.clock = clock;
    }

    /** Gives how many were due. */
    public int withdraw(int limit) {
        List<Long> due = coupons.due(clock.instant(), limit);
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
