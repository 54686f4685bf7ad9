package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a list of shifts. */
public record ShiftSummary(
        String shiftId,
        String tillId,
        @Nullable Long zNumber,
        ShiftStatus status,
        StaffId openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate businessDate,
        long openingMinor,
        @Nullable Long expectedMinor,
        @Nullable Long countedMinor,
        @Nullable Long differenceMinor,
        @Nullable String note) {

    static ShiftSummary of(Shift shift) {
        Long expected = shift.expectedMinor();
        Long counted = shift.countedMinor();
        return new ShiftSummary(
                Long.toString(shift.id()),
                Long.toString(shift.tillId()),
                shift.zNumber(),
                shift.status(),
                shift.openedBy(),
                shift.openedAt(),
                shift.closedAt(),
                shift.businessDate(),
                shift.openingMinor(),
                expected,
                counted,
                expected == null || counted == null ? null : counted - expected,
                shift.note());
    }
}
