package io.mendian.order.tip;

import io.mendian.contracts.order.OrderTipped;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.TipBook;
import io.mendian.order.ordering.TipLeft;
import io.mendian.order.shift.ShiftTips;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books tips inside the order's transaction: the ledger with its sum, the open shift, and the event. A tip counts in the
 * shift in which its order was paid, as long as that is open; where there is none, on the order's business day.
 */
@Component
class TipLedger implements TipBook {

    private final Tips tips;
    private final ShiftTips shifts;
    private final Stores stores;
    private final Outbox outbox;
    private final Clock clock;

    TipLedger(Tips tips, ShiftTips shifts, Stores stores, Outbox outbox, Clock clock) {
        this.tips = tips;
        this.shifts = shifts;
        this.stores = stores;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Order left(Order paid, TipLeft tip) {
        if (tips.isKnown(paid.id(), Tip.Cause.LEFT, tip.reference())) {
            return paid;
        }
        if (!paid.status().isReturnable()) {
            throw TipProblem.TIP_NOT_NOW.with();
        }
        Instant now = clock.instant();
        LocalDate date = stores.requireWithDayOpen(paid.head().store()).businessDateOf(now);
        Tip line = new Tip(
                Ids.next(),
                paid.id(),
                paid.head().store(),
                tip.kind(),
                tip.amountMinor(),
                tip.label(),
                tip.staff(),
                paid.head().staff(),
                date,
                now,
                Tip.Cause.LEFT,
                tip.reference());
        boolean sameShift = shifts.left(paid, entry(line));
        if (!sameShift && !date.equals(paid.state().businessDate())) {
            throw TipProblem.TIP_DAY_OVER.with();
        }
        keep(paid, line);
        return paid.withTips(paid.state().tipMinor() + tip.amountMinor());
    }

    /** Gives a tip back out of the shift that is open now. */
    void back(Order order, Tip tip, StaffId by) {
        Instant now = clock.instant();
        LocalDate date = stores.requireWithDayOpen(order.head().store()).businessDateOf(now);
        Tip line = new Tip(
                Ids.next(),
                tip.order(),
                tip.store(),
                tip.kind(),
                -tip.amountMinor(),
                tip.label(),
                tip.staff(),
                by,
                date,
                now,
                Tip.Cause.BACK,
                Long.toString(tip.id()));
        shifts.back(order, entry(line));
        keep(order, line);
    }

    private void keep(Order order, Tip line) {
        tips.add(line);
        outbox.add(new OrderTipped(
                line.order(),
                line.store(),
                Long.toString(line.id()),
                line.staff(),
                line.kind().name(),
                line.amountMinor(),
                order.amounts().currency(),
                line.businessDate(),
                line.at()));
    }

    private static ShiftTips.Entry entry(Tip line) {
        return new ShiftTips.Entry(line.id(), line.kind(), line.amountMinor(), line.staff());
    }
}
