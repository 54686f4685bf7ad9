package io.mendian.member.review;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets what approved reviews bring from now on. The same rule again changes nothing. */
@UseCase
public class SetReviewRule {

    private final Reviews reviews;
    private final Clock clock;
    private final AuditTrail audit;

    SetReviewRule(Reviews reviews, Clock clock, AuditTrail audit) {
        this.reviews = reviews;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public ReviewRule set(ReviewRule wanted, Caller caller, Origin origin) {
        ReviewRule current = reviews.rule();
        if (wanted.asVersion(current.version()).equals(current)) {
            return current;
        }
        ReviewRule next = wanted.asVersion(current.version() + 1);
        reviews.add(next, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of("rule", next.toString());
        audit.add(AuditEntry.of(caller, origin, "REVIEW_RULE_SET", "review-rule:" + next.version(), facts));
        return next;
    }
}
