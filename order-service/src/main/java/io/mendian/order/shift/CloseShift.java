package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.store.Stores;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a shift with the counted cash. From the count on nothing moves in it. Within the limit the Z report is made at
 * once; a greater difference waits for a manager, who gives a reason, or for a better count. Every count is kept.
 */
@UseCase
public class CloseShift {

    private final Shifts shifts;
    private final Stores stores;
    private final ZReports zReports;
    private final ShiftQueries queries;
    private final TillProperties settings;
    private final Clock clock;

    CloseShift(
            Shifts shifts,
            Stores stores,
            ZReports zReports,
            ShiftQueries queries,
            TillProperties settings,
            Clock clock) {
        this.shifts = shifts;
        this.stores = stores;
        this.zReports = zReports;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A count of the drawer.
     *
     * @param countedMinor may be left out where the denominations say it
     * @param manager whether the one who counts may accept any difference; he gives a note
     */
    public record Command(
            StoreId store,
            long shiftId,
            @Nullable Long countedMinor,
            @Nullable List<Count.Pieces> denominations,
            @Nullable String note,
            StaffId by,
            boolean manager) {

        long counted() {
            if (denominations == null) {
                if (countedMinor == null) {
                    throw ShiftProblem.COUNT_MISSING.with();
                }
                return countedMinor;
            }
            long sum = Count.sum(denominations);
            if (countedMinor != null && countedMinor != sum) {
                throw ShiftProblem.COUNT_MISMATCH.with("denominationsMinor", sum, "countedMinor", countedMinor);
            }
            return sum;
        }
    }

    @Transactional
    public ShiftReport close(Command command) {
        var store = stores.requireWithDayOpen(command.store());
        Shift shift = locked(command.store(), command.shiftId());
        if (shift.status() == ShiftStatus.CLOSED) {
            throw ShiftProblem.SHIFT_CLOSED.with("zNumber", Objects.requireNonNull(shift.zNumber()));
        }
        long counted = command.counted();
        long expected = shifts.cashIn(shift.id());
        long difference = counted - expected;
        List<Count> counts = new ArrayList<>(shift.counts());
        counts.add(new Count(command.by(), clock.instant(), counted, difference, command.denominations()));
        shifts.counted(shift, ShiftStatus.COUNTED, expected, counted, counts);
        boolean explained =
                command.manager() && command.note() != null && !command.note().isBlank();
        if (Math.abs(difference) <= settings.differenceLimitMinor() || explained) {
            return finish(store, locked(command.store(), shift.id()), command.by(), command.note());
        }
        return queries.report(locked(command.store(), shift.id()));
    }

    /** A manager accepts the difference of a counted shift. */
    @Transactional
    public ShiftReport accept(StoreId storeId, long shiftId, String note, StaffId by) {
        var store = stores.requireWithDayOpen(storeId);
        Shift shift = locked(storeId, shiftId);
        return switch (shift.status()) {
            case OPEN -> throw ShiftProblem.SHIFT_NOT_COUNTED.with();
            case CLOSED -> throw ShiftProblem.SHIFT_CLOSED.with("zNumber", Objects.requireNonNull(shift.zNumber()));
            case COUNTED -> finish(store, shift, by, note);
        };
    }

    private ShiftReport finish(io.mendian.order.store.Store store, Shift shift, StaffId by, @Nullable String note) {
        var now = clock.instant();
        long z = zReports.next(shift.tillId());
        shifts.closed(shift, by, now, store.businessDateOf(now), z, note);
        ShiftReport report = queries.report(locked(shift.store(), shift.id()));
        zReports.keep(shift, z, report, now);
        return report;
    }

    private Shift locked(StoreId store, long id) {
        return shifts.lock(id).filter(found -> found.store().equals(store)).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
