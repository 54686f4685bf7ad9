package io.mendian.member.history;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of the consumption record. */
@Configuration(proxyBeanMethods = false)
class HistoryBooks {

    @Bean
    BookCheck nothingIsCorrectedBelowZero(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc,
                "M15 no order is corrected below zero",
                "order",
                "consumption_record WHERE kind = 'PURCHASE'",
                """
                SELECT CONCAT('order ', order_id, ': ', SUM(amount_minor), ' remain') FROM consumption_record
                GROUP BY order_id HAVING SUM(amount_minor) < 0 OR SUM(items) < 0
                """);
    }

    @Bean
    BookCheck ordersOfMembersAreCounted(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M29 orders counted for levels = orders on record", "member", "level_standing", """
                SELECT CONCAT('member ', s.member_key, ': counted ', s.order_count, ', on record ', COALESCE(r.orders, 0))
                FROM level_standing s
                LEFT JOIN (SELECT member_key,
                               SUM(CASE WHEN counts_order THEN CASE WHEN kind = 'PURCHASE' THEN 1 ELSE -1 END ELSE 0 END)
                                   AS orders
                           FROM consumption_record GROUP BY member_key) r
                    ON r.member_key = s.member_key
                WHERE s.order_count <> COALESCE(r.orders, 0)
                """);
    }
}
