package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of closed business days. */
@Repository
class DayCloses {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DayCloses(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<DayReport> find(StoreId store, LocalDate date) {
        return jdbc.sql("SELECT totals FROM day_close WHERE store_id = ? AND business_date = ?")
                .params(store.value(), date)
                .query((row, n) -> json.readValue(row.getString(1), DayReport.class))
                .optional();
    }

    void insert(DayReport report) {
        StaffId by = report.closedBy();
        int ignored = jdbc.sql("""
                        INSERT INTO day_close (store_id, business_date, orders, sales_minor, refunds_minor,
                            expected_cash_minor, counted_cash_minor, totals, closed_by, closed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(report.storeId().value())
                .param(report.businessDate())
                .param(report.orders())
                .param(report.salesMinor())
                .param(report.refundsMinor())
                .param(report.expectedCashMinor())
                .param(report.countedCashMinor())
                .param(json.writeValueAsString(report))
                .param(by == null ? null : by.value())
                .param(Timestamp.from(Objects.requireNonNull(report.closedAt())))
                .update();
    }
}
