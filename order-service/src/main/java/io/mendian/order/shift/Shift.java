package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shift as its row says it. */
record Shift(
        long id,
        long tillId,
        StoreId store,
        ShiftStatus status,
        long openingMinor,
        StaffId openedBy,
        Instant openedAt,
        @Nullable Long expectedMinor,
        @Nullable Long countedMinor,
        List<Count> counts,
        @Nullable String note,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt,
        @Nullable LocalDate businessDate,
        @Nullable Long zNumber) {

    Shift {
        counts = List.copyOf(counts);
    }
}
