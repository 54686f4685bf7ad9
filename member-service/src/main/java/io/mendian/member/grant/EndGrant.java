package io.mendian.member.grant;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Ends a grant with what marketing-service said and lets the feature that owed it act, both once and together. */
@UseCase
class EndGrant {

    private static final int LONGEST = 200;

    private final CouponGrants grants;
    private final List<GrantOutcome> outcomes;
    private final Clock clock;

    EndGrant(CouponGrants grants, List<GrantOutcome> outcomes, Clock clock) {
        this.grants = grants;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Transactional
    public void granted(CouponGrant grant, String couponId) {
        if (grants.end(grant.grantId(), "GRANTED", couponId, "", clock.instant())) {
            of(grant).granted(grant, couponId);
        }
    }

    @Transactional
    public void refused(CouponGrant grant, String reason) {
        String text = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        if (grants.end(grant.grantId(), "REFUSED", "", text, clock.instant())) {
            of(grant).refused(grant, text);
        }
    }

    private GrantOutcome of(CouponGrant grant) {
        return outcomes.stream()
                .filter(outcome -> outcome.causeType().equals(grant.causeType()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody owes grants of " + grant.causeType()));
    }
}
