package io.mendian.member.history;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CloseCards;
import io.mendian.member.hold.GiveBackHeld;
import io.mendian.member.level.LevelSession;
import io.mendian.member.level.LevelSessions;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.prepaid.SettleAssetRefunds;
import io.mendian.member.rechargegift.StopRechargeGifts;
import io.mendian.member.wallet.TakeBackRecharge;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a refund does to its member's assets, once: used points and stored value come back, points that are no longer
 * earned go, the level follows, cards close, and a correction stands in the consumption record.
 */
@UseCase
public class SettleRefund {

    private final ConsumptionRecords records;
    private final PointsSessions pointsSessions;
    private final LevelSessions levelSessions;
    private final GiveBackHeld giveBackHeld;
    private final SettleAssetRefunds settleAssetRefunds;
    private final TakeBackRecharge takeBackRecharge;
    private final StopRechargeGifts stopRechargeGifts;
    private final CloseCards closeCards;
    private final List<RefundSettled> others;
    private final Alarms alarms;
    private final Outbox outbox;

    SettleRefund(
            ConsumptionRecords records,
            PointsSessions pointsSessions,
            LevelSessions levelSessions,
            GiveBackHeld giveBackHeld,
            SettleAssetRefunds settleAssetRefunds,
            TakeBackRecharge takeBackRecharge,
            StopRechargeGifts stopRechargeGifts,
            CloseCards closeCards,
            List<RefundSettled> others,
            Alarms alarms,
            Outbox outbox) {
        this.records = records;
        this.pointsSessions = pointsSessions;
        this.levelSessions = levelSessions;
        this.giveBackHeld = giveBackHeld;
        this.settleAssetRefunds = settleAssetRefunds;
        this.takeBackRecharge = takeBackRecharge;
        this.stopRechargeGifts = stopRechargeGifts;
        this.closeCards = closeCards;
        this.others = List.copyOf(others);
        this.alarms = alarms;
        this.outbox = outbox;
    }

    /** Of an order without a member only gift cards get something back; an order never seen is not accepted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(OrderRefunded refund) {
        if (refund.memberKey() == null) {
            giveBackHeld.giveBack(refund);
            return;
        }
        ConsumptionRecords.Purchase purchase = records.purchase(refund)
                .orElseThrow(() -> new IllegalStateException("order " + refund.orderId() + " was never paid here"));
        MemberKey member = purchase.member();
        PointsSession points = pointsSessions.open(List.of(member.value()));
        if (records.isCorrected(refund.refundId())) {
            return;
        }
        records.addCorrection(refund, purchase);
        // what comes back first: it may pay for what goes
        giveBackHeld.giveBack(refund, member, points);
        long pointsLost = points.takeBack(refund, member);
        OrderRefunded rest = settleAssetRefunds.settle(refund);
        closeCards.close(rest);
        long missing = takeBackRecharge.takeBack(rest, member);
        stopRechargeGifts.stop(refund, member, points);
        others.forEach(each -> each.settled(refund, member, points));
        if (missing > 0) {
            alarms.raise("RECHARGE_SPENT", refund.refundId(), "refunded, but " + missing + " of it was spent already");
        }
        LevelSession levels = levelSessions.open(List.of(member.value()));
        levels.fallBack(member, refund, pointsLost);
        List<DomainEvent> events = new ArrayList<>(points.save());
        events.addAll(levels.save());
        outbox.addAll(events);
    }
}
