package io.mendian.member.redeem;

import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.GrantOutcome;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** A granted coupon spends the held points; a refused one frees them and the place in the stock. */
@Component
class RedemptionOutcome implements GrantOutcome {

    static final String CAUSE = "REDEMPTION";

    private final Redemptions redemptions;
    private final PointsSessions points;
    private final Outbox outbox;
    private final Clock clock;

    RedemptionOutcome(Redemptions redemptions, PointsSessions points, Outbox outbox, Clock clock) {
        this.redemptions = redemptions;
        this.points = points;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String causeType() {
        return CAUSE;
    }

    @Override
    public void granted(CouponGrant grant, String couponId) {
        PointsSession session = points.open(List.of(grant.member().value()));
        session.spendHeld(grant.member(), grant.grantId(), "REDEEM");
        redemptions.end(grant.grantId(), "DONE", couponId, null, clock.instant());
        outbox.addAll(session.save());
    }

    @Override
    public void refused(CouponGrant grant, String reason) {
        PointsSession session = points.open(List.of(grant.member().value()));
        session.free(grant.member(), grant.grantId());
        redemptions.end(grant.grantId(), "REFUSED", null, reason, clock.instant());
        outbox.addAll(session.save());
        long offerId = redemptions
                .find(grant.grantId())
                .map(redemption -> Long.parseLong(redemption.offerId()))
                .orElseThrow();
        redemptions.giveBack(offerId);
    }
}
