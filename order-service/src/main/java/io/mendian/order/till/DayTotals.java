package io.mendian.order.till;

import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up a business day from its orders, tenders and refunds. */
@Component
class DayTotals {

    private static final String PAID = "o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')";

    private final JdbcClient jdbc;
    private final String currency;

    DayTotals(JdbcClient jdbc, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.currency = currency;
    }

    DayReport of(StoreId store, LocalDate date) {
        long orders = number(
                "SELECT COUNT(*) FROM sales_order o WHERE o.store_id = ? AND o.business_date = ? AND " + PAID,
                store,
                date);
        long sales = number(
                "SELECT COALESCE(SUM(o.payable_minor), 0) FROM sales_order o WHERE o.store_id = ? AND o.business_date = ? AND "
                        + PAID,
                store,
                date);
        long recharge = number(
                "SELECT COALESCE(SUM(l.net_minor), 0) FROM sales_order o JOIN order_line l ON l.order_id = o.id"
                        + " WHERE o.store_id = ? AND o.business_date = ? AND l.kind = 'RECHARGE' AND " + PAID,
                store,
                date);
        Map<String, Long> received = byKind(
                "SELECT t.kind, SUM(t.amount_minor) FROM sales_order o JOIN order_tender t ON t.order_id = o.id"
                        + " WHERE o.store_id = ? AND o.business_date = ? AND " + PAID + " GROUP BY t.kind",
                store,
                date);
        Map<String, Long> refunded = byKind("""
                SELECT COALESCE(p.way, p.kind) AS how, SUM(p.amount_minor)
                FROM refund r JOIN refund_part p ON p.refund_id = r.id
                WHERE r.store_id = ? AND r.business_date = ? AND r.kind <> 'SURPLUS' AND r.status = 'DONE' GROUP BY how
                """, store, date);
        List<DayReport.TenderTotal> tenders = new ArrayList<>();
        for (TenderKind kind : TenderKind.values()) {
            long in = received.getOrDefault(kind.name(), 0L);
            long out = refunded.getOrDefault(kind.name(), 0L);
            tenders.add(new DayReport.TenderTotal(kind.name(), in, out, in - out));
        }
        long refunds = refunded.values().stream().mapToLong(Long::longValue).sum();
        return new DayReport(
                store,
                date,
                currency,
                orders,
                sales,
                refunds,
                recharge,
                sales - recharge - refunds,
                received.getOrDefault(TenderKind.WECHAT_PAY.name(), 0L),
                received.getOrDefault(TenderKind.CASH.name(), 0L) + received.getOrDefault(TenderKind.BOOKED.name(), 0L),
                received.getOrDefault(TenderKind.STORED_VALUE.name(), 0L),
                tenders,
                received.getOrDefault(TenderKind.CASH.name(), 0L) - refunded.getOrDefault(TenderKind.CASH.name(), 0L),
                null,
                null,
                null,
                null);
    }

    /** The first business date on which something was sold or refunded after {@code closed}. */
    Optional<LocalDate> firstAfter(StoreId store, @Nullable LocalDate closed) {
        LocalDate after = closed == null ? LocalDate.of(1970, 1, 1) : closed;
        return Optional.ofNullable(jdbc.sql("""
                        SELECT MIN(d.business_date) FROM (
                            SELECT MIN(business_date) AS business_date FROM sales_order
                            WHERE store_id = :store AND business_date > :after
                            UNION ALL
                            SELECT MIN(business_date) FROM refund WHERE store_id = :store AND business_date > :after) d
                        """)
                .param("store", store.value())
                .param("after", after)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null));
    }

    private long number(String sql, StoreId store, LocalDate date) {
        return jdbc.sql(sql).params(store.value(), date).query(Long.class).single();
    }

    private Map<String, Long> byKind(String sql, StoreId store, LocalDate date) {
        Map<String, Long> sums = new HashMap<>();
        jdbc.sql(sql).params(store.value(), date).query(row -> {
            sums.put(row.getString(1), row.getLong(2));
        });
        return sums;
    }
}
