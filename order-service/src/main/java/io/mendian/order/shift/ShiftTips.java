package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.TenderKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books tips into shifts, in their transaction. A tip belongs to the shift in which its order was paid and comes too late
 * once that was counted; one that is given back leaves the shift that is open then.
 */
@Component
public class ShiftTips {

    private final Shifts shifts;
    private final TillProperties settings;
    private final Clock clock;

    ShiftTips(Shifts shifts, TillProperties settings, Clock clock) {
        this.shifts = shifts;
        this.settings = settings;
        this.clock = clock;
    }

    /** A tip as a shift sees it. */
    public record Entry(long tipId, TenderKind kind, long amountMinor, StaffId staff) {}

    /** Books a tip; tells whether its order was paid in a shift, which is then still open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean left(Order order, Entry tip) {
        Optional<Shift> paidIn = shifts.paidIn(order.id());
        if (paidIn.isPresent() && paidIn.get().status() != ShiftStatus.OPEN) {
            throw ShiftProblem.TIP_TOO_LATE.with();
        }
        Long shift = paidIn.map(Shift::id).orElseGet(() -> open(order, tip));
        book(shift, order, tip, ShiftEntry.Kind.TIP);
        return paidIn.isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void back(Order order, Entry tip) {
        book(open(order, tip), order, tip, ShiftEntry.Kind.TIP_BACK);
    }

    private @Nullable Long open(Order order, Entry tip) {
        Optional<Long> open = shifts.openFor(order.id().value(), order.head().store());
        if (open.isEmpty() && tip.kind() == TenderKind.CASH && settings.shiftRequired()) {
            throw ShiftProblem.SHIFT_NOT_OPEN.with("till", "");
        }
        return open.orElse(null);
    }

    private void book(@Nullable Long shift, Order order, Entry tip, ShiftEntry.Kind kind) {
        if (shift != null) {
            shifts.book(List.of(new ShiftEntry(
                    shift,
                    kind,
                    tip.kind().name(),
                    tip.amountMinor(),
                    order.id().value(),
                    null,
                    "TIP",
                    Long.toString(tip.tipId()),
                    "",
                    tip.staff(),
                    clock.instant(),
                    null)));
        }
    }
}
