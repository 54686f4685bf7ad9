package io.mendian.member.review;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.CouponGrants;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Approves or refuses a review, once; approved it brings what the rule says, once per line of an order. */
@UseCase
public class DecideReview {

    static final String CAUSE = "REVIEW";

    private final Reviews reviews;
    private final ReviewCoupons coupons;
    private final PointsSessions sessions;
    private final PointsRules rules;
    private final CouponGrants grants;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditTrail audit;

    DecideReview(
            Reviews reviews,
            ReviewCoupons coupons,
            PointsSessions sessions,
            PointsRules rules,
            CouponGrants grants,
            Outbox outbox,
            Clock clock,
            AuditTrail audit) {
        this.reviews = reviews;
        this.coupons = coupons;
        this.sessions = sessions;
        this.rules = rules;
        this.grants = grants;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    /** {@code reason} null approves, a text refuses. */
    @Transactional
    public ReviewView decide(ReviewView asked, @Nullable String reason, Caller caller, Origin origin) {
        MemberKey member = MemberKey.parse(asked.memberKey());
        PointsSession session = sessions.open(List.of(member.value()));
        Instant now = clock.instant();
        ReviewRule rule = reviews.rule();
        boolean decided = reason == null
                ? reviews.approve(asked.reviewId(), rule.points(), caller.subject(), now)
                : reviews.refuse(asked.reviewId(), reason, caller.subject(), now);
        long order = Long.parseLong(asked.orderId());
        if (!decided) {
            ReviewStatus status =
                    reviews.lockLine(order, asked.lineId()).orElseThrow().status();
            throw ReviewProblem.REVIEW_DECIDED.with("status", status);
        }
        if (reason == null) {
            session.award(member, rule.points(), CAUSE, asked.reviewId(), rules.current());
            owe(asked.reviewId(), member, rule.templateId(), now);
        }
        outbox.addAll(session.save());
        Map<String, String> facts = reason == null
                ? Map.of("status", "APPROVED", "points", Integer.toString(rule.points()))
                : Map.of("status", "REFUSED", "reason", reason);
        audit.add(AuditEntry.of(caller, origin, "REVIEW_DECIDED", "review:" + asked.reviewId(), facts));
        return reviews.lockLine(order, asked.lineId()).orElseThrow();
    }

    private void owe(String reviewId, MemberKey member, @Nullable String template, Instant now) {
        if (template != null) {
            long grant = Ids.next();
            coupons.add(grant, reviewId, now);
            grants.owe(new CouponGrant(grant, member, template, CAUSE, reviewId));
        }
    }
}
