package io.mendian.order.ordering;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a clerk takes by hand when he sells: booked money first, cash for all that is then due. Each is taken once. */
record Counter(
        List<TenderWish.Booked> booked,
        @Nullable CashTaken cash,
        @Nullable StaffId staff,
        @Nullable TipLeft tip) {

    static @Nullable Counter of(Order order, TenderWish wish) {
        return wish.isAtCounter()
                ? new Counter(wish.booked(), wish.cash(), order.head().staff(), wish.tip())
                : null;
    }

    Order cover(Order order, Instant now) {
        Order covered = order;
        int n = 0;
        for (TenderWish.Booked receipt : booked) {
            String reference = "SALE-" + order.id().text() + "-" + ++n;
            if (!covered.isCoveredBy(TenderKind.BOOKED, reference)) {
                covered =
                        covered.coveredBy(PaidBy.booked(receipt.amountMinor(), reference, receipt.label(), staff, now));
            }
        }
        return cash != null && covered.remainingMinor() > 0 ? covered.coveredBy(cash.tender(covered, now)) : covered;
    }
}
