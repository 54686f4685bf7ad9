package io.mendian.member.grant;

import io.mendian.member.grant.client.MarketingClient;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks marketing-service for coupons that are owed, under an id that never changes, until it grants or refuses. While it
 * cannot be reached the grant stays pending and is asked again. Calls between transactions, never inside one.
 */
@UseCase
public class AdvanceGrants {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceGrants.class);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final int LONGEST_DOUBLINGS = 3;

    private final CouponGrants grants;
    private final MarketingClient marketing;
    private final EndGrant endGrant;
    private final Clock clock;

    AdvanceGrants(CouponGrants grants, MarketingClient marketing, EndGrant endGrant, Clock clock) {
        this.grants = grants;
        this.marketing = marketing;
        this.endGrant = endGrant;
        this.clock = clock;
    }

    /** Asks for those that are due; gives how many that were. */
    public int advanceDue(int limit) {
        var due = grants.due(clock.instant(), limit);
        due.forEach(this::advance);
        return due.size();
    }

    /** Asks for one; nothing when it has ended. */
    public void advance(long grantId) {
        CouponGrant grant = grants.pending(grantId).orElse(null);
        if (grant == null) {
            return;
        }
        CrashPoints.at("grant", "asking");
        String couponId;
        try {
            couponId = marketing
                    .grant(new MarketingClient.Wish(
                            Long.toString(grantId),
                            grant.templateId(),
                            grant.member(),
                            grant.causeType() + ":" + grant.causeId()))
                    .couponId();
        } catch (ProblemException e) {
            if (isRefusal(e)) {
                endGrant.refused(grant, reason(e));
            } else {
                later(grantId, e);
            }
            return;
        } catch (RuntimeException e) {
            later(grantId, e);
            return;
        }
        CrashPoints.at("grant", "asked");
        endGrant.granted(grant, couponId);
        CrashPoints.at("grant", "ended");
    }

    /** No such template, nothing left of it, a limit reached. Too many requests or a server's trouble is not an answer. */
    private static boolean isRefusal(ProblemException e) {
        int status = e.problem().status();
        return status == 400 || status == 404 || status == 409 || status == 410 || status == 422;
    }

    private static String reason(ProblemException e) {
        return String.valueOf(e.facts().getOrDefault("reason", e.problem().name()));
    }

    private void later(long grantId, RuntimeException e) {
        LOG.warn("grant {} is tried again: {}", grantId, e.toString());
        int doublings = Math.min(grants.tries(grantId), LONGEST_DOUBLINGS);
        grants.later(grantId, clock.instant().plus(SHORTEST.multipliedBy(1L << doublings)));
    }
}
