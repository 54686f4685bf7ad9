package io.mendian.member.hold;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back the points, the stored value, the gift cards' money and the card uses that returned pieces had been paid
 * with: stored value to principal and bonus in the shares it came from, on the running total. Never more than the order
 * took; anything beyond raises an alarm.
 */
@UseCase
public class GiveBackHeld {

    private final Holds holds;
    private final HeldCards heldCards;
    private final GiveBackElsewhere elsewhere;
    private final Alarms alarms;
    private final WalletLedger wallet;

    GiveBackHeld(Holds holds, HeldCards heldCards, GiveBackElsewhere elsewhere, Alarms alarms, WalletLedger wallet) {
        this.holds = holds;
        this.heldCards = heldCards;
        this.elsewhere = elsewhere;
        this.alarms = alarms;
        this.wallet = wallet;
    }

    /** Of an order without a member: gift cards only; a second time changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderRefunded refund) {
        boolean gifts =
                refund.tenders().stream().anyMatch(tender -> tender.kind().equals(HeldCards.GIFT_CARD));
        if (gifts) {
            holds.lock(refund.orderId().value())
                    .filter(hold -> !heldCards.isGivenBack(refund))
                    .ifPresent(hold -> heldCards.giveBack(hold, refund));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderRefunded refund, MemberKey member, PointsSession points) {
        HoldRow hold = holds.lock(refund.orderId().value()).orElse(null);
        long stored = elsewhere.ownMinor(refund, member);
        StoredValue besides = elsewhere.giveBack(refund, member);
        long pointsLeft = hold == null ? 0 : hold.points() - hold.pointsBack();
        long storedLeft = hold == null
                ? 0
                : hold.stored().totalMinor() - hold.storedBack().totalMinor();
        long pointsBack = Math.min(refund.pointsReturned(), pointsLeft);
        long storedBack = Math.min(stored, storedLeft);
        if (pointsBack < refund.pointsReturned() || storedBack < stored) {
            alarms.raise(
                    "REFUND_BEYOND_TAKEN",
                    refund.refundId(),
                    "refund returns " + refund.pointsReturned() + " points and " + stored
                            + " stored value, the order took " + pointsLeft + " and " + storedLeft
                            + " that have not come back");
        }
        if (hold == null) {
            wallet.post(member, besides, "REFUND", refund.refundId());
            return;
        }
        StoredValue part = storedBack == 0 ? StoredValue.NONE : hold.stored().nextShare(hold.storedBack(), storedBack);
        if (pointsBack > 0 || !part.isNothing()) {
            holds.giveBack(hold, pointsBack, part);
        }
        if (pointsBack > 0) {
            points.giveBack(member, hold.holdId(), refund.refundId(), pointsBack);
        }
        wallet.post(member, part.plus(besides), "REFUND", refund.refundId());
        heldCards.giveBack(hold, refund);
    }
}
