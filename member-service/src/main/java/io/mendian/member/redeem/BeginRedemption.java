package io.mendian.member.redeem;

import io.mendian.kernel.MemberKey;
import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.CouponGrants;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Holds the points, takes one of the stock and writes down the coupon that is owed, all or nothing. */
@UseCase
class BeginRedemption {

    private final Redemptions redemptions;
    private final CouponGrants grants;
    private final PointsSessions points;
    private final Outbox outbox;
    private final Clock clock;

    BeginRedemption(Redemptions redemptions, CouponGrants grants, PointsSessions points, Outbox outbox, Clock clock) {
        this.redemptions = redemptions;
        this.grants = grants;
        this.points = points;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Again with the same id it changes nothing. */
    @Transactional
    public void begin(long redemptionId, MemberKey member, long offerId) {
        PointsSession session = points.open(List.of(member.value()));
        if (redemptions.find(redemptionId).isPresent()) {
            return;
        }
        Offer offer = redemptions.offer(offerId).filter(Offer::active).orElseThrow(CommonProblem.NOT_FOUND::with);
        Integer limit = offer.limitPerMember();
        if (limit != null && redemptions.liveOf(member, offerId) >= limit) {
            throw RedeemProblem.OFFER_LIMIT_REACHED.with("limit", limit);
        }
        Instant now = clock.instant();
        session.hold(member, redemptionId, offer.points());
        redemptions.begin(redemptionId, offer, member, now);
        grants.owe(new CouponGrant(
                redemptionId, member, offer.templateId(), RedemptionOutcome.CAUSE, Long.toString(redemptionId)));
        outbox.addAll(session.save());
        // the row that many want is locked last
        if (!redemptions.take(offer, now)) {
            boolean running = !now.isBefore(offer.from()) && now.isBefore(offer.until());
            throw (running ? RedeemProblem.OFFER_SOLD_OUT : RedeemProblem.OFFER_NOT_RUNNING).with("name", offer.name());
        }
    }
}
