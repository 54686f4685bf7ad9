package io.mendian.member.hold;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spends what a paid order held, exactly once. Where the hold has expired, was released or never was, points and stored
 * value are each taken if they still suffice; what does not is recorded as a shortage with an alarm, never ignored.
 */
@UseCase
public class ConfirmHold {

    static final String SHORTAGE = "ASSET_SHORTAGE";

    static final String STORED_VALUE = "STORED_VALUE";

    private final Holds holds;
    private final Shortages shortages;
    private final Alarms alarms;
    private final WalletLedger wallet;
    private final Clock clock;

    ConfirmHold(Holds holds, Shortages shortages, Alarms alarms, WalletLedger wallet, Clock clock) {
        this.holds = holds;
        this.shortages = shortages;
        this.alarms = alarms;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** The session must have been opened for the member; its caller saves it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(OrderPaid order, MemberKey member, PointsSession points) {
        Optional<HoldRow> known = holds.lock(order.orderId().value());
        long stored = order.tenders().stream()
                .filter(tender -> tender.kind().equals(STORED_VALUE))
                .mapToLong(Tender::amountMinor)
                .sum();
        if (known.isEmpty()) {
            if (order.pointsUsed() > 0 || stored > 0) {
                HoldRow missing = missing(order, member, stored);
                holds.add(missing, true, clock.instant());
                takeLate(missing, order.pointsUsed(), stored, points);
            }
            return;
        }
        HoldRow hold = known.get();
        if (hold.memberKey() != member.value()) {
            throw new IllegalStateException("order " + order.orderId() + " was held by another member");
        }
        switch (hold.status()) {
            case HELD -> spend(hold, order.pointsUsed(), stored, points);
            case RELEASED, EXPIRED -> takeLate(hold, order.pointsUsed(), stored, points);
            case CONFIRMED, SHORT -> {
                // done before
            }
        }
    }

    private void spend(HoldRow hold, long pointsUsed, long stored, PointsSession points) {
        if (hold.points() != pointsUsed || hold.stored().totalMinor() != stored) {
            alarms.raise(
                    "HOLD_DIFFERS_FROM_ORDER",
                    Long.toString(hold.holdId()),
                    "held " + hold.points() + " points and " + hold.stored().totalMinor() + ", the order used "
                            + pointsUsed + " and " + stored);
        }
        if (!holds.end(hold, HoldStatus.CONFIRMED, clock.instant())) {
            throw new IllegalStateException("hold " + hold.holdId() + " was ended by somebody else");
        }
        points.spendHeld(hold.member(), hold.holdId());
        wallet.spendHeld(hold.member(), hold.stored(), "HOLD", Long.toString(hold.holdId()));
    }

    private void takeLate(HoldRow hold, long pointsUsed, long stored, PointsSession points) {
        Instant now = clock.instant();
        MemberKey member = hold.member();
        boolean pointsSuffice = points.canSpend(member, pointsUsed);
        StoredValue free = wallet.lockFree(member);
        boolean storedSuffices = free.totalMinor() >= stored;
        StoredValue taken = storedSuffices ? free.proportional(stored) : StoredValue.NONE;
        if (pointsSuffice) {
            points.hold(member, hold.holdId(), pointsUsed);
            points.spendHeld(member, hold.holdId());
        }
        wallet.post(member, taken.negated(), "HOLD", Long.toString(hold.holdId()));
        boolean all = pointsSuffice && storedSuffices;
        holds.endLate(hold, all ? HoldStatus.CONFIRMED : HoldStatus.SHORT, pointsSuffice ? pointsUsed : 0, taken, now);
        if (!all) {
            long pointsShort = pointsSuffice ? 0 : pointsUsed;
            long storedShort = storedSuffices ? 0 : stored;
            shortages.add(hold.holdId(), member.value(), pointsShort, storedShort, now);
            alarms.raise(
                    SHORTAGE,
                    Long.toString(hold.holdId()),
                    "paid after its hold ended (" + hold.status() + "): short of " + pointsShort + " points and "
                            + storedShort + " stored value");
        }
    }

    private HoldRow missing(OrderPaid order, MemberKey member, long stored) {
        return new HoldRow(
                order.orderId().value(),
                member.value(),
                order.pointsUsed(),
                stored,
                0,
                StoredValue.NONE,
                0,
                StoredValue.NONE,
                HoldStatus.RELEASED,
                order.paidAt());
    }
}
