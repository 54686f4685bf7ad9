package io.mendian.member.hold;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.member.wallet.StoredValue;
import io.mendian.runtime.alarm.Alarms;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stored value that a refund brings back apart from its own order's: what an exchange had carried over from an earlier order
 * goes back in the shares that order had taken it, and money that cannot go the way it came is credited as principal.
 */
@Component
class GiveBackElsewhere {

    private static final String CREDIT = "STORED_VALUE_CREDIT";

    private final Holds holds;
    private final Alarms alarms;

    GiveBackElsewhere(Holds holds, Alarms alarms) {
        this.holds = holds;
        this.alarms = alarms;
    }

    /** Stored value that the order itself had been paid with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long ownMinor(OrderRefunded refund, MemberKey member) {
        return refund.tenders().stream()
                .filter(tender -> tender.kind().equals(ConfirmHold.STORED_VALUE)
                        && earlier(refund, tender, member).isEmpty())
                .mapToLong(Tender::amountMinor)
                .sum();
    }

    /** What comes back besides; never more than the earlier order took. The caller posts it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue giveBack(OrderRefunded refund, MemberKey member) {
        StoredValue sum = StoredValue.NONE;
        for (Tender tender : refund.tenders()) {
            if (tender.kind().equals(CREDIT)) {
                sum = sum.plus(new StoredValue(tender.amountMinor(), 0));
            } else if (tender.kind().equals(ConfirmHold.STORED_VALUE)) {
                HoldRow hold = earlier(refund, tender, member).orElse(null);
                if (hold != null) {
                    sum = sum.plus(giveBack(refund, hold, tender.amountMinor()));
                }
            }
        }
        return sum;
    }

    private StoredValue giveBack(OrderRefunded refund, HoldRow hold, long amountMinor) {
        long left = hold.stored().totalMinor() - hold.storedBack().totalMinor();
        if (left < amountMinor) {
            alarms.raise(
                    "REFUND_BEYOND_TAKEN",
                    refund.refundId(),
                    "refund returns " + amountMinor + " stored value of order " + hold.holdId() + ", of which " + left
                            + " had not come back");
        }
        long back = Math.min(amountMinor, left);
        if (back == 0) {
            return StoredValue.NONE;
        }
        StoredValue part = hold.stored().nextShare(hold.storedBack(), back);
        holds.giveBack(hold, 0, part);
        return part;
    }

    private Optional<HoldRow> earlier(OrderRefunded refund, Tender tender, MemberKey member) {
        String reference = tender.reference();
        if (reference.equals(refund.orderId().text()) || !TypedId.isText(reference)) {
            return Optional.empty();
        }
        return holds.lock(Long.parseLong(reference))
                .filter(hold -> Long.valueOf(member.value()).equals(hold.memberKey()));
    }
}
