package io.mendian.member.redeem;

import io.mendian.kernel.MemberKey;
import io.mendian.member.grant.AdvanceGrants;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;

/**
 * Gives a coupon for points, exactly one per redemption: points held, coupon asked for under the redemption's id, points
 * spent or freed. May be interrupted anywhere; the timer of grants goes on with it.
 */
@UseCase
public class RedeemCoupon {

    private final BeginRedemption begin;
    private final AdvanceGrants grants;
    private final RedeemQueries queries;

    RedeemCoupon(BeginRedemption begin, AdvanceGrants grants, RedeemQueries queries) {
        this.begin = begin;
        this.grants = grants;
        this.queries = queries;
    }

    /** While marketing-service cannot be reached the answer is PENDING. */
    public RedemptionView redeem(long redemptionId, MemberKey member, long offerId) {
        CrashPoints.at("redeem", "before");
        begin.begin(redemptionId, member, offerId);
        CrashPoints.at("redeem", "begun");
        grants.advance(redemptionId);
        return queries.own(redemptionId, member);
    }
}
