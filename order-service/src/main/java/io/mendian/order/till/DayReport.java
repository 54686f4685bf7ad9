package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.shift.DepositTotals;
import io.mendian.order.shift.ShiftSummary;
import io.mendian.order.shift.Takings;
import io.mendian.order.shift.TipTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business day of a store; amounts in the smallest unit of {@code currency}. {@code salesMinor} and {@code refundsMinor}
 * are those of {@code takings}, where every figure is told once: money, what members consumed, and revenue apart.
 *
 * @param expectedCashMinor cash received, less cash handed back, with cash tips, cash deposits and cash paid in and out of the drawers: what the day added
 * @param cashDifferenceMinor counted less expected: of the day's own count, or else of its shifts; null while nobody counted
 * @param takings null for days that were closed by an older version
 * @param tips tips left less those given back, in no other figure but the cash; null for days closed by an older version
 * @param deposits of pre-sales; null for days closed by an older version
 * @param shifts those that closed on this day
 */
public record DayReport(
        StoreId storeId,
        LocalDate businessDate,
        String currency,
        long orders,
        long salesMinor,
        long refundsMinor,
        long rechargeMinor,
        long revenueMinor,
        @Nullable Takings takings,
        @Nullable TipTotals tips,
        @Nullable DepositTotals deposits,
        @Nullable List<ShiftSummary> shifts,
        long expectedCashMinor,
        @Nullable Long countedCashMinor,
        @Nullable Long cashDifferenceMinor,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt) {

    DayReport closed(@Nullable Long counted, @Nullable StaffId by, Instant at) {
        return new DayReport(
                storeId,
                businessDate,
                currency,
                orders,
                salesMinor,
                refundsMinor,
                rechargeMinor,
                revenueMinor,
                takings,
                tips,
                deposits,
                shifts,
                expectedCashMinor,
                counted,
                counted == null ? cashDifferenceMinor : Long.valueOf(counted - expectedCashMinor),
                by,
                at);
    }
}
