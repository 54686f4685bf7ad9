package io.mendian.order.till;

import io.mendian.kernel.StoreId;
import io.mendian.order.shift.DepositTotals;
import io.mendian.order.shift.ShiftQueries;
import io.mendian.order.shift.ShiftSummary;
import io.mendian.order.shift.Takings;
import io.mendian.order.shift.TakingsQueries;
import io.mendian.order.shift.TipQueries;
import io.mendian.order.shift.TipTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up a business day from its orders, tenders, refunds and shifts. */
@Component
class DayTotals {

    private final JdbcClient jdbc;
    private final TakingsQueries takings;
    private final TipQueries tipQueries;
    private final ShiftQueries shifts;
    private final String currency;

    DayTotals(
            JdbcClient jdbc,
            TakingsQueries takings,
            TipQueries tipQueries,
            ShiftQueries shifts,
            @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.takings = takings;
        this.tipQueries = tipQueries;
        this.shifts = shifts;
        this.currency = currency;
    }

    DayReport of(StoreId store, LocalDate date) {
        Takings day = takings.ofDay(store, date);
        TipTotals tips = tipQueries.ofDay(store, date);
        DepositTotals deposits = takings.depositsOfDay(store, date);
        List<ShiftSummary> closed = shifts.closedOn(store, date);
        long cash = day.tenders().stream()
                .filter(total -> total.kind().equals("CASH"))
                .mapToLong(Takings.TenderTotal::netMinor)
                .sum();
        return new DayReport(
                store,
                date,
                currency,
                day.orders(),
                day.salesMinor(),
                day.refundsMinor(),
                day.rechargeMinor(),
                day.revenueMinor(),
                day,
                tips,
                deposits,
                closed,
                cash + tips.cashMinor() + deposits.cashMinor() + shifts.cashMoved(store, date),
                null,
                difference(closed),
                null,
                null);
    }

    private static @Nullable Long difference(List<ShiftSummary> closed) {
        long sum = 0;
        for (ShiftSummary shift : closed) {
            sum += shift.differenceMinor() == null ? 0 : shift.differenceMinor();
        }
        return closed.isEmpty() ? null : Long.valueOf(sum);
    }

    /** The first business date on which something was sold, refunded or tipped after {@code closed}. */
    Optional<LocalDate> firstAfter(StoreId store, @Nullable LocalDate closed) {
        LocalDate after = closed == null ? LocalDate.of(1970, 1, 1) : closed;
        return Optional.ofNullable(jdbc.sql("""
                        SELECT MIN(d.business_date) FROM (
                            SELECT MIN(business_date) AS business_date FROM sales_order
                            WHERE store_id = :store AND business_date > :after
                            UNION ALL
                            SELECT MIN(business_date) FROM refund WHERE store_id = :store AND business_date > :after
                            UNION ALL
                            SELECT MIN(business_date) FROM order_tip WHERE store_id = :store AND business_date > :after
                            UNION ALL
                            SELECT MIN(business_date) FROM presale_entry WHERE store_id = :store AND business_date > :after) d
                        """)
                .param("store", store.value())
                .param("after", after)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null));
    }
}
