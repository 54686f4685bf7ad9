package io.mendian.member.points;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of points. */
@Configuration(proxyBeanMethods = false)
class PointsBooks {

    static final String KIND = "POINTS";

    @Bean
    BookCheck pointsAreTheirLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I15 points = sum of the ledger, not below zero", "member", "points_account", """
                SELECT CONCAT('member ', a.member_key, ': balance ', a.balance, ', ledger ', COALESCE(e.total, 0)), a.member_key
                FROM points_account a
                LEFT JOIN (SELECT member_key, SUM(delta) AS total FROM points_entry GROUP BY member_key) e
                    ON e.member_key = a.member_key
                WHERE a.balance <> COALESCE(e.total, 0) OR a.balance < 0
                """)
                .about(KIND);
    }

    @Bean
    BookCheck pointsAreTheirLots(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I15 points = what remains of their lots", "member", "points_account", """
                SELECT CONCAT('member ', a.member_key, ': balance ', a.balance, ' held ', a.held, ', lots ',
                    COALESCE(l.total, 0), ' held ', COALESCE(l.held, 0)), a.member_key
                FROM points_account a
                LEFT JOIN (SELECT member_key, SUM(remaining) AS total, SUM(held) AS held FROM points_lot
                           GROUP BY member_key) l
                    ON l.member_key = a.member_key
                WHERE a.balance <> COALESCE(l.total, 0) OR a.held <> COALESCE(l.held, 0)
                """)
                .about(KIND);
    }

    @Bean
    BookCheck pointsDebtsAddUp(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I15 points owed = sum of the debts", "member", "points_account", """
                SELECT CONCAT('member ', a.member_key, ': owes ', a.debt, ', debts ', COALESCE(d.total, 0)), a.member_key
                FROM points_account a
                LEFT JOIN (SELECT member_key, SUM(left_points) AS total FROM points_debt GROUP BY member_key) d
                    ON d.member_key = a.member_key
                WHERE a.debt <> COALESCE(d.total, 0)
                """)
                .about(KIND);
    }

    @Bean
    BookCheck earningsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I16 each order's earning is in the ledger", "order", "points_earning", """
                SELECT CONCAT('order ', g.order_id, ': earned ', g.points_earned, ', posted ', COALESCE(e.delta, 0))
                FROM points_earning g
                LEFT JOIN points_entry e
                    ON e.member_key = g.member_key AND e.cause_type = 'ORDER' AND e.cause_id = CAST(g.order_id AS CHAR)
                WHERE g.points_earned <> COALESCE(e.delta, 0) OR g.points_kept < 0
                """);
    }
}
