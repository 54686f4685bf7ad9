package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.store.Stores;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Puts cash into a drawer or takes some out for another reason than a sale; never more than the drawer holds. */
@UseCase
public class MoveCash {

    private final Shifts shifts;
    private final Stores stores;
    private final ShiftQueries queries;
    private final Clock clock;

    MoveCash(Shifts shifts, Stores stores, ShiftQueries queries, Clock clock) {
        this.shifts = shifts;
        this.stores = stores;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * One movement.
     *
     * @param amountMinor positive for paid in, negative for paid out
     * @param reference names it; the same one is booked once
     */
    public record Command(StoreId store, long shiftId, long amountMinor, String reason, String reference, StaffId by) {}

    @Transactional
    public ShiftReport move(Command command) {
        Instant now = clock.instant();
        var store = stores.requireWithDayOpen(command.store());
        Shift shift = shifts.lock(command.shiftId())
                .filter(found -> found.store().equals(command.store()))
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        if (shift.status() != ShiftStatus.OPEN) {
            throw ShiftProblem.SHIFT_ENDED.with();
        }
        long expected = shifts.cashIn(shift.id());
        if (expected + command.amountMinor() < 0) {
            throw ShiftProblem.DRAWER_TOO_LITTLE.with("expectedMinor", expected);
        }
        ShiftEntry.Kind kind = command.amountMinor() > 0 ? ShiftEntry.Kind.PAID_IN : ShiftEntry.Kind.PAID_OUT;
        shifts.book(List.of(new ShiftEntry(
                shift.id(),
                kind,
                "CASH",
                command.amountMinor(),
                null,
                null,
                "MOVE",
                command.reference(),
                command.reason(),
                command.by(),
                now,
                store.businessDateOf(now))));
        return queries.report(shift);
    }
}
