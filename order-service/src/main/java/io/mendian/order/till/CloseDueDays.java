package io.mendian.order.till;

import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the days that have ended at each store's own hour, where something was sold or refunded since the last close. */
@UseCase
public class CloseDueDays {

    private static final Logger LOG = LoggerFactory.getLogger(CloseDueDays.class);

    private final Stores stores;
    private final DayTotals totals;
    private final CloseDay closeDay;
    private final Clock clock;

    CloseDueDays(Stores stores, DayTotals totals, CloseDay closeDay, Clock clock) {
        this.stores = stores;
        this.totals = totals;
        this.closeDay = closeDay;
        this.clock = clock;
    }

    /** Looks at no more than {@code limit} stores; gives how many of them closed a day. */
    public int close(int limit) {
        int closed = 0;
        for (Store store : stores.all(limit)) {
            LocalDate yesterday = store.day().dateOf(clock.instant()).minusDays(1);
            Optional<LocalDate> open = totals.firstAfter(store.id(), store.closedUntil());
            if (open.isPresent() && !open.get().isAfter(yesterday)) {
                try {
                    DayReport ignored = closeDay.close(store.id(), yesterday, null, null);
                    closed++;
                } catch (RuntimeException e) {
                    LOG.warn("the day {} of store {} is closed later", yesterday, store.id(), e);
                }
            }
        }
        return closed;
    }
}
