package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shift with its figures, in the smallest unit of {@code currency}: the X report while it runs, the Z report once it is
 * closed ({@code zNumber}). {@code tenders} is what moved in this shift, also for orders that were paid in full in
 * another; {@code takings} are the orders paid and the refunds done in it; {@code tips} stand in no other figure but the drawer.
 *
 * @param managerNeeded it was counted with a difference above the limit
 */
public record ShiftReport(
        String shiftId,
        String tillId,
        String tillName,
        @Nullable Long zNumber,
        StoreId storeId,
        String currency,
        ShiftStatus status,
        boolean managerNeeded,
        StaffId openedBy,
        Instant openedAt,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt,
        @Nullable LocalDate businessDate,
        Cash cash,
        List<Takings.TenderTotal> tenders,
        Takings takings,
        @Nullable TipTotals tips,
        List<Movement> movements,
        List<Count> counts,
        @Nullable String note) {

    /**
     * The drawer. expected = opening + received - handedBack - refunded + paidIn - paidOut + tips; difference = counted -
     * expected. Z reports from before tips have none.
     */
    public record Cash(
            long openingMinor,
            long receivedMinor,
            long handedBackMinor,
            long refundedMinor,
            long paidInMinor,
            long paidOutMinor,
            @Nullable Long tipsMinor,
            long expectedMinor,
            @Nullable Long countedMinor,
            @Nullable Long differenceMinor) {}

    /** Cash paid in (positive) or out (negative) and why; the latest 200. */
    public record Movement(
            long amountMinor, String reason, @Nullable StaffId by, Instant at) {}
}
