package io.mendian.order.till;

import io.mendian.contracts.order.DayClosed;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.shift.ShiftQueries;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a store's business day: no sale or refund counts for it any more, its totals stand, and they are told once.
 * Earlier days that were never closed are closed with it. Closing a closed day answers what was closed.
 */
@UseCase
public class CloseDay {

    private final Stores stores;
    private final DayTotals totals;
    private final DayCloses closes;
    private final Outbox outbox;
    private final ShiftQueries shifts;
    private final Clock clock;

    CloseDay(Stores stores, DayTotals totals, DayCloses closes, Outbox outbox, ShiftQueries shifts, Clock clock) {
        this.stores = stores;
        this.totals = totals;
        this.closes = closes;
        this.outbox = outbox;
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * {@code countedCashMinor}: what was counted in the drawer, or null. A person first closes the day's shifts; where the
     * day closes by itself ({@code by} null) a shift that was forgotten goes on in the next day.
     */
    @Transactional
    public DayReport close(StoreId id, LocalDate date, @Nullable Long countedCashMinor, @Nullable StaffId by) {
        Store before = stores.requireLocked(id);
        LocalDate today = before.businessDateOf(clock.instant());
        if (date.isAfter(today)) {
            throw TillProblem.DAY_NOT_BEGUN.with("date", date, "today", today);
        }
        if (by != null) {
            requireShiftsClosed(before, date);
        }
        if (!stores.closeDay(id, date)) {
            return closes.find(id, date).orElseGet(() -> totals.of(id, date));
        }
        // nothing is booked on these days any more: the lock waited for those who were about to
        Instant now = clock.instant();
        LocalDate day = before.closedUntil();
        while (true) {
            day = totals.firstAfter(id, day).orElse(date);
            if (!day.isBefore(date)) {
                return keep(totals.of(id, date).closed(countedCashMinor, by, now));
            }
            DayReport earlier = keep(totals.of(id, day).closed(null, by, now));
            day = earlier.businessDate();
        }
    }

    private void requireShiftsClosed(Store store, LocalDate date) {
        long open = shifts.unfinished(store.id()).stream()
                .filter(shift -> !store.day().dateOf(shift.openedAt()).isAfter(date))
                .count();
        if (open > 0) {
            throw TillProblem.SHIFTS_NOT_CLOSED.with("shifts", open);
        }
    }

    private DayReport keep(DayReport report) {
        closes.insert(report);
        outbox.add(new DayClosed(
                report.storeId(),
                report.businessDate(),
                report.orders(),
                report.salesMinor(),
                report.refundsMinor(),
                report.currency(),
                Objects.requireNonNull(report.closedAt()),
                report.tips() == null ? null : report.tips().totalMinor()));
        return report;
    }
}
