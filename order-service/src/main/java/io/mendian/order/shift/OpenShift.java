package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.store.Stores;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Opens a shift at a till with the counted change in its drawer. A till has one open shift. */
@UseCase
public class OpenShift {

    private final Shifts shifts;
    private final Tills tills;
    private final Stores stores;
    private final ShiftQueries queries;
    private final Clock clock;

    OpenShift(Shifts shifts, Tills tills, Stores stores, ShiftQueries queries, Clock clock) {
        this.shifts = shifts;
        this.tills = tills;
        this.stores = stores;
        this.queries = queries;
        this.clock = clock;
    }

    /** {@code tillId} null is the store's default till; {@code openingMinor} is what was counted into the drawer. */
    @Transactional
    public ShiftReport open(StoreId store, @Nullable String tillId, long openingMinor, StaffId by) {
        Till till = tills.require(store, tillId);
        Instant now = clock.instant();
        Shift shift = new Shift(
                Ids.next(),
                till.id(),
                store,
                ShiftStatus.OPEN,
                openingMinor,
                by,
                now,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        try {
            shifts.insert(shift);
        } catch (DuplicateKeyException e) {
            throw ShiftProblem.SHIFT_ALREADY_OPEN.with(
                    "till",
                    till.name(),
                    "since",
                    shifts.openAt(till.id())
                            .map(open -> queries.localTime(stores, open))
                            .orElse(""));
        }
        if (openingMinor > 0) {
            shifts.book(List.of(new ShiftEntry(
                    shift.id(),
                    ShiftEntry.Kind.OPENING,
                    "CASH",
                    openingMinor,
                    null,
                    null,
                    "OPENING",
                    Long.toString(shift.id()),
                    "",
                    by,
                    now,
                    null)));
        }
        return queries.report(shift);
    }
}
