package io.mendian.member.review;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.BoughtLine;
import io.mendian.member.history.BoughtLines;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** A member writes what he thinks of a line he paid for, once; after a refusal again. Somebody looks at it before it pays. */
@UseCase
public class WriteReview {

    private final Reviews reviews;
    private final BoughtLines lines;
    private final PointsSessions sessions;
    private final Clock clock;

    WriteReview(Reviews reviews, BoughtLines lines, PointsSessions sessions, Clock clock) {
        this.reviews = reviews;
        this.lines = lines;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    public ReviewView write(MemberKey member, long orderId, String lineId, int stars, String text) {
        // the account is locked first: a refund of the line waits, or is seen
        sessions.open(List.of(member.value()));
        BoughtLine line = lines.find(member, orderId, lineId).orElseThrow(CommonProblem.NOT_FOUND::with);
        Instant now = clock.instant();
        refuseUnlessReviewable(line, now);
        Optional<ReviewView> known = reviews.lockLine(orderId, lineId);
        if (known.isEmpty()) {
            long id = Ids.next();
            reviews.add(id, orderId, lineId, member, line, stars, text, now);
            return reviews.find(id).orElseThrow();
        }
        if (!reviews.writeAgain(known.get().reviewId(), stars, text, now)) {
            throw ReviewProblem.REVIEW_WRITTEN.with();
        }
        return reviews.lockLine(orderId, lineId).orElseThrow();
    }

    private void refuseUnlessReviewable(BoughtLine line, Instant now) {
        if (!line.reviewable()) {
            throw ReviewProblem.REVIEW_NOT_POSSIBLE.with();
        }
        int days = reviews.rule().withinDays();
        if (now.isAfter(line.paidAt().plus(Duration.ofDays(days)))) {
            throw ReviewProblem.REVIEW_TOO_LATE.with("days", days);
        }
        if (line.quantityLeft() <= 0) {
            throw ReviewProblem.REVIEW_LINE_RETURNED.with();
        }
    }
}
