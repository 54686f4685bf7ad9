package io.mendian.order.till;

import io.mendian.contracts.order.DayClosed;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
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
    private final Clock clock;

    CloseDay(Stores stores, DayTotals totals, DayCloses closes, Outbox outbox, Clock clock) {
        this.stores = stores;
        this.totals = totals;
        this.closes = closes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@code countedCashMinor}: what was counted in the drawer, or null. */
    @Transactional
    public DayReport close(StoreId id, LocalDate date, @Nullable Long countedCashMinor, @Nullable StaffId by) {
        Store before = stores.requireLocked(id);
        LocalDate today = before.businessDateOf(clock.instant());
        if (date.isAfter(today)) {
            throw TillProblem.DAY_NOT_BEGUN.with("date", date, "today", today);
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

    private DayReport keep(DayReport report) {
        closes.insert(report);
        outbox.add(new DayClosed(
                report.storeId(),
                report.businessDate(),
                report.orders(),
                report.salesMinor(),
                report.refundsMinor(),
                report.currency(),
                Objects.requireNonNull(report.closedAt())));
        return report;
    }
}
