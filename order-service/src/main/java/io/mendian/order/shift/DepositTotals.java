package io.mendian.order.shift;

import io.mendian.kernel.StoreId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deposits of pre-sales on a day, in the smallest unit: received, used for orders that were paid, kept when the customer did
 * not perform (other income, no revenue), given back. What is left of them at the day's end is a debt.
 *
 * @param cashMinor what they add to the day's cash besides the orders paid on it
 * @param liabilityMinor the debt at the end of the day
 */
public record DepositTotals(
        long receivedMinor, long usedMinor, long keptMinor, long givenBackMinor, long cashMinor, long liabilityMinor) {

    static DepositTotals ofDay(JdbcClient jdbc, StoreId store, LocalDate date) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(CASE WHEN business_date = :date AND kind = 'RECEIVED' THEN amount_minor END), 0),
                            -COALESCE(SUM(CASE WHEN business_date = :date AND kind = 'USED' THEN amount_minor END), 0),
                            -COALESCE(SUM(CASE WHEN business_date = :date AND kind = 'KEPT' THEN amount_minor END), 0),
                            -COALESCE(SUM(CASE WHEN business_date = :date AND kind = 'GIVEN_BACK' THEN amount_minor END), 0),
                            COALESCE(SUM(CASE WHEN business_date = :date THEN cash_minor END), 0),
                            COALESCE(SUM(amount_minor), 0)
                        FROM presale_entry WHERE store_id = :store AND business_date <= :date
                        """)
                .param("store", store.value())
                .param("date", date)
                .query((row, n) -> new DepositTotals(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }
}
