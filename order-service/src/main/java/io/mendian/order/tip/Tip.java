package io.mendian.order.tip;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the tips' ledger: left, or given back with the tip as its cause. */
record Tip(
        long id,
        OrderId order,
        StoreId store,
        TenderKind kind,
        long amountMinor,
        @Nullable String label,
        StaffId staff,
        @Nullable StaffId takenBy,
        LocalDate businessDate,
        Instant at,
        Cause cause,
        String causeId) {

    /** Why the line is there. */
    enum Cause {
        LEFT,
        BACK
    }
}
