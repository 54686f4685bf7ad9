package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business day of a store; amounts in the smallest unit of {@code currency}. What came in (online by WeChat Pay, booked by
 * hand as cash) stands apart from what was consumed of members' stored value, so that no money counts twice: a recharge is
 * money received and no revenue ({@code rechargeMinor}), spending it later is revenue and no money received.
 *
 * @param expectedCashMinor cash received less cash handed back: what should lie in the drawer from this day
 * @param cashDifferenceMinor counted less expected; null while nobody counted
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
        long onlineReceivedMinor,
        long bookedReceivedMinor,
        long storedValueConsumedMinor,
        List<TenderTotal> tenders,
        long expectedCashMinor,
        @Nullable Long countedCashMinor,
        @Nullable Long cashDifferenceMinor,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt) {

    /** What came in and went back by one means of payment. */
    public record TenderTotal(String kind, long receivedMinor, long refundedMinor, long netMinor) {}

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
                onlineReceivedMinor,
                bookedReceivedMinor,
                storedValueConsumedMinor,
                tenders,
                expectedCashMinor,
                counted,
                counted == null ? null : counted - expectedCashMinor,
                by,
                at);
    }
}
