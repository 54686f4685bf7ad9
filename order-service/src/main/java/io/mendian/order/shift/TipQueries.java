package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up tips: of a shift by its ledger, of a day by the tips' own. */
@Component
public class TipQueries {

    private static final String SUMS = """
            SELECT staff_id, SUM(CASE WHEN %1$s = 'CASH' THEN amount_minor ELSE 0 END),
                SUM(CASE WHEN %1$s = 'CASH' THEN 0 ELSE amount_minor END)
            FROM %2$s GROUP BY staff_id ORDER BY staff_id LIMIT 200""";

    private final JdbcClient jdbc;

    TipQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TipTotals ofShift(long shift) {
        return totals(jdbc.sql(
                        SUMS.formatted("tender_kind", "shift_entry WHERE shift_id = ? AND kind IN ('TIP', 'TIP_BACK')"))
                .param(shift));
    }

    /** By the day on which they were left or given back. */
    public TipTotals ofDay(StoreId store, LocalDate date) {
        return totals(jdbc.sql(SUMS.formatted("kind", "order_tip WHERE store_id = ? AND business_date = ?"))
                .params(store.value(), date));
    }

    private static TipTotals totals(JdbcClient.StatementSpec sums) {
        return TipTotals.of(sums.query(
                        (row, n) -> new TipTotals.OfStaff(StaffId.of(row.getLong(1)), row.getLong(2), row.getLong(3)))
                .list());
    }
}
