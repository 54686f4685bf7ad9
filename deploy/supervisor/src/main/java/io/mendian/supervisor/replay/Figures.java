package io.mendian.supervisor.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** What there is to compare; amounts in the smallest currency unit. */
record Figures(
        long members,
        long orders,
        long pieces,
        long revenueMinor,
        Map<YearMonth, Month> months,
        Map<Rfm.Score, Long> rfm) {

    /** One month of business dates. */
    record Month(long orders, long revenueMinor) {

        Month plus(Month other) {
            return new Month(orders + other.orders, revenueMinor + other.revenueMinor);
        }
    }

    /** Straight from the file, without the platform. */
    static Figures of(PurchaseFile file, LocalDate at) {
        long pieces = 0;
        long revenue = 0;
        Map<YearMonth, Month> months = new TreeMap<>();
        for (Purchase purchase : file.purchases()) {
            pieces += purchase.pieces();
            revenue += purchase.amountMinor();
            months.merge(YearMonth.from(purchase.date()), new Month(1, purchase.amountMinor()), Month::plus);
        }
        return new Figures(
                file.customers().size(),
                file.purchases().size(),
                pieces,
                revenue,
                months,
                Rfm.table(file.purchases(), at));
    }
}
