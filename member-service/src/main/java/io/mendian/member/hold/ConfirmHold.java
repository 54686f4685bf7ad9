package io.mendian.member.hold;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletSession;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spends what a paid order held, exactly once. Where the hold has expired, was released or never was, points, stored
 * value, gift cards and card uses are each taken if they still suffice; what does not is recorded as a shortage with an
 * alarm, never ignored.
 */
@UseCase
public class ConfirmHold {

    static final String SHORTAGE = "ASSET_SHORTAGE";

    static final String STORED_VALUE = "STORED_VALUE";

    private final Holds holds;
    private final HeldCards heldCards;
    private final Shortages shortages;
    private final Alarms alarms;
    private final Clock clock;

    ConfirmHold(Holds holds, HeldCards heldCards, Shortages shortages, Alarms alarms, Clock clock) {
        this.holds = holds;
        this.heldCards = heldCards;
        this.shortages = shortages;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Of an order without a member: gift cards only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(OrderPaid order) {
        confirm(order, null, null, null);
    }

    /** Whether a paid order was paid with stored value. */
    public static boolean paidWithStoredValue(OrderPaid order) {
        return OrderAssets.of(order).stored() > 0;
    }

    /** The sessions must have been opened for the member; their caller saves them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(
            OrderPaid order,
            @Nullable MemberKey member,
            @Nullable PointsSession points,
            @Nullable WalletSession wallet) {
        OrderAssets assets = OrderAssets.of(order);
        Optional<HoldRow> known = holds.lock(order.orderId().value());
        if (known.isEmpty()) {
            if (!assets.isNothing()) {
                HoldRow missing = missing(order, member, assets);
                holds.add(missing, true, clock.instant());
                takeLate(missing, assets, points, wallet);
            }
            return;
        }
        HoldRow hold = known.get();
        if (!Objects.equals(hold.member(), member)) {
            throw new IllegalStateException("order " + order.orderId() + " was held by another member");
        }
        switch (hold.status()) {
            case HELD -> spend(hold, assets, points, wallet);
            case RELEASED, EXPIRED -> takeLate(hold, assets, points, wallet);
            case CONFIRMED, SHORT -> {
                // done before
            }
        }
    }

    private void spend(
            HoldRow hold, OrderAssets assets, @Nullable PointsSession points, @Nullable WalletSession wallet) {
        if (hold.points() != assets.points()
                || hold.stored().totalMinor() != assets.stored()
                || !heldCards.matches(hold, assets)) {
            alarms.raise(
                    "HOLD_DIFFERS_FROM_ORDER",
                    Long.toString(hold.holdId()),
                    "held " + hold.points() + " points and " + hold.stored().totalMinor() + ", the order used "
                            + assets.points() + " and " + assets.stored() + ", gift cards " + assets.gifts()
                            + ", card uses for lines " + assets.usedLines());
        }
        if (!holds.end(hold, HoldStatus.CONFIRMED, clock.instant())) {
            throw new IllegalStateException("hold " + hold.holdId() + " was ended by somebody else");
        }
        MemberKey member = hold.member();
        if (member != null && points != null && wallet != null) {
            points.spendHeld(member, hold.holdId());
            wallet.spendHeld(member, hold.stored(), "HOLD", Long.toString(hold.holdId()));
        }
        heldCards.spend(hold, member);
    }

    private void takeLate(
            HoldRow hold, OrderAssets assets, @Nullable PointsSession points, @Nullable WalletSession wallet) {
        Instant now = clock.instant();
        MemberKey member = hold.member();
        boolean pointsSuffice = assets.points() == 0;
        StoredValue taken = StoredValue.NONE;
        if (member != null && points != null && wallet != null) {
            pointsSuffice = points.canSpend(member, assets.points());
            if (pointsSuffice) {
                points.hold(member, hold.holdId(), assets.points());
                points.spendHeld(member, hold.holdId());
            }
            taken = wallet.takeIfEnough(member, assets.stored(), "HOLD", Long.toString(hold.holdId()));
        }
        OrderAssets.Missing missing = heldCards.takeLate(hold, member, assets);
        boolean all = pointsSuffice && taken.totalMinor() == assets.stored() && missing.isNothing();
        long pointsTaken = pointsSuffice ? assets.points() : 0;
        holds.endLate(hold.with(assets), all ? HoldStatus.CONFIRMED : HoldStatus.SHORT, pointsTaken, taken, now);
        if (!all) {
            long storedShort = assets.stored() - taken.totalMinor();
            shortages.add(hold, assets.points() - pointsTaken, storedShort, missing, now);
            alarms.raise(
                    SHORTAGE,
                    Long.toString(hold.holdId()),
                    "paid after its hold ended (" + hold.status() + "): short of " + (assets.points() - pointsTaken)
                            + " points and " + storedShort + " stored value, " + missing.giftMinor()
                            + " of gift cards, " + missing.uses() + " card uses");
        }
    }

    private static HoldRow missing(OrderPaid order, @Nullable MemberKey member, OrderAssets assets) {
        return new HoldRow(
                order.orderId().value(),
                member == null ? null : member.value(),
                assets.points(),
                assets.stored(),
                0,
                StoredValue.NONE,
                0,
                StoredValue.NONE,
                HoldStatus.RELEASED,
                order.paidAt(),
                assets.hasCards());
    }
}
