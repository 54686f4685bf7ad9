package io.mendian.analytics.rfm;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What every member had bought at the end of a date: from the members' sums when nothing happened after it, else counted
 * from the orders. Both ways give the same answer.
 */
@Component
class PurchaseQueries {

    private static final String FROM_SUMS = """
            SELECT member_key, DATEDIFF(:at, last_date) AS days_ago, orders - returned_orders AS bought,
                   sales_minor - refunds_minor AS spend
            FROM agg_member WHERE orders > returned_orders ORDER BY member_key
            """;

    private static final String FROM_ORDERS = """
            SELECT b.member_key, DATEDIFF(:at, b.last_date) AS days_ago, b.bought,
                   b.sales - COALESCE(r.refunds, 0) AS spend
            FROM (SELECT member_key, SUM(kept) AS bought, SUM(sales_minor) AS sales,
                         MAX(IF(kept = 1, business_date, NULL)) AS last_date
                  FROM (SELECT o.member_key, o.business_date, o.sales_minor, NOT EXISTS (
                                SELECT 1 FROM fact_refund w
                                WHERE w.order_id = o.order_id AND w.whole_order AND w.business_date <= :at) AS kept
                        FROM fact_order o
                        WHERE o.orders = 1 AND o.member_key IS NOT NULL AND o.business_date <= :at %1$s) each_order
                  GROUP BY member_key HAVING SUM(kept) > 0) b
            LEFT JOIN (SELECT member_key, SUM(refunds_minor) AS refunds FROM fact_refund
                       WHERE member_key IS NOT NULL AND business_date <= :at %1$s GROUP BY member_key) r
                ON r.member_key = b.member_key
            ORDER BY b.member_key
            """;

    private final NamedParameterJdbcTemplate rows;
    private final JdbcTemplate jdbc;

    PurchaseQueries(DataSource database, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        JdbcTemplate streaming = new JdbcTemplate(database);
        // the driver's sign for: row by row, not the whole answer in memory
        streaming.setFetchSize(Integer.MIN_VALUE);
        this.rows = new NamedParameterJdbcTemplate(streaming);
    }

    Purchases at(LocalDate at, @Nullable List<Long> stores) {
        return stores == null && nothingAfter(at) ? fromSums(at) : fromOrders(at, stores);
    }

    Purchases fromSums(LocalDate at) {
        return read(FROM_SUMS, at, null);
    }

    Purchases fromOrders(LocalDate at, @Nullable List<Long> stores) {
        return read(FROM_ORDERS.formatted(stores == null ? "" : "AND store_id IN (:stores)"), at, stores);
    }

    private boolean nothingAfter(LocalDate at) {
        return jdbc.queryForList("SELECT id FROM freshness WHERE last_fact > ?", Long.class, at)
                .isEmpty();
    }

    private Purchases read(String sql, LocalDate at, @Nullable List<Long> stores) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("at", at);
        if (stores != null) {
            parameters.put("stores", stores.isEmpty() ? List.of(-1L) : stores);
        }
        Purchases purchases = new Purchases();
        rows.query(sql, parameters, row -> {
            purchases.add(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        });
        return purchases;
    }
}
