package io.mendian.member.wallet;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.Split;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what refunded recharge lines had given, in proportion to the money that went back, on the running total so
 * that several refunds end exactly at the whole. What the member has spent already cannot be taken; it is given back to
 * the caller as missing.
 */
@UseCase
public class TakeBackRecharge {

    private final Recharges recharges;
    private final WalletLedger ledger;

    TakeBackRecharge(Recharges recharges, WalletLedger ledger) {
        this.recharges = recharges;
        this.ledger = ledger;
    }

    /** Gives how much stored value was missing, in the smallest currency unit; 0 when all could be taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long takeBack(OrderRefunded refund, MemberKey member) {
        long missing = 0;
        for (RefundLine line : refund.lines()) {
            Recharge recharge =
                    recharges.lock(refund.orderId().value(), line.lineId()).orElse(null);
            if (recharge != null) {
                missing += takeBack(refund, line, recharge, member);
            }
        }
        return missing;
    }

    private long takeBack(OrderRefunded refund, RefundLine line, Recharge recharge, MemberKey member) {
        StoredValue due = due(recharge, line.netMinor());
        recharges.refund(recharge, line.netMinor(), due);
        StoredValue taken = due.atMost(ledger.lockFree(member));
        ledger.post(member, taken.negated(), "RECHARGE_REFUND", refund.refundId() + ":" + line.lineId());
        return due.minus(taken).totalMinor();
    }

    private static StoredValue due(Recharge recharge, long amountMinor) {
        if (recharge.paidMinor() == 0) {
            return recharge.given().minus(recharge.back());
        }
        long soFar = Math.min(recharge.paidMinor(), recharge.refundedMinor() + amountMinor);
        return new StoredValue(
                        Split.share(recharge.given().principalMinor(), soFar, recharge.paidMinor()),
                        Split.share(recharge.given().bonusMinor(), soFar, recharge.paidMinor()))
                .minus(recharge.back());
    }
}
