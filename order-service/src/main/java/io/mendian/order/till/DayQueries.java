package io.mendian.order.till;

import io.mendian.kernel.StoreId;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads of business days: as closed, or as they stand now. */
@Component
public class DayQueries {

    private final Stores stores;
    private final DayTotals totals;
    private final DayCloses closes;
    private final Clock clock;

    DayQueries(Stores stores, DayTotals totals, DayCloses closes, Clock clock) {
        this.stores = stores;
        this.totals = totals;
        this.closes = closes;
        this.clock = clock;
    }

    public DayReport report(StoreId store, LocalDate date) {
        return closes.find(store, date).orElseGet(() -> totals.of(store, date));
    }

    /** The day that a sale made now counts for, as it stands. */
    public DayReport today(StoreId id) {
        Store store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        return totals.of(id, store.businessDateOf(clock.instant()));
    }
}
