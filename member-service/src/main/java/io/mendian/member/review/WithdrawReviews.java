package io.mendian.member.review;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.BoughtLine;
import io.mendian.member.history.BoughtLines;
import io.mendian.member.history.RefundSettled;
import io.mendian.member.points.PointsSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A line that came back whole takes its review and what the review brought with it; a part that came back does not. */
@Component
class WithdrawReviews implements RefundSettled {

    private final Reviews reviews;
    private final ReviewCoupons coupons;
    private final BoughtLines lines;
    private final Clock clock;

    WithdrawReviews(Reviews reviews, ReviewCoupons coupons, BoughtLines lines, Clock clock) {
        this.reviews = reviews;
        this.coupons = coupons;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void settled(OrderRefunded refund, MemberKey member, PointsSession points) {
        long order = refund.orderId().value();
        Instant now = clock.instant();
        for (ReviewView review : reviews.lockLive(order)) {
            Optional<BoughtLine> line = lines.find(member, order, review.lineId());
            if (line.isPresent() && line.get().quantityLeft() <= 0) {
                reviews.withdraw(review.reviewId(), now);
                if (review.points() > 0) {
                    points.withdraw(member, review.points(), "REVIEW_BACK", review.reviewId());
                }
                coupons.toWithdraw(review.reviewId(), now);
            }
        }
    }
}
