package io.mendian.member.adjustment;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of adjustments. */
@Configuration(proxyBeanMethods = false)
class AdjustmentBooks {

    @Bean
    BookCheck walletAdjustmentsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc,
                "X02 stored value adjusted by hand moved once, as approved",
                "adjustment",
                "wallet_adjustment",
                """
                SELECT CONCAT('adjustment ', a.adjustment_id, ' ', a.status, ': ', a.principal_minor, '+', a.bonus_minor,
                    ', posted ', COALESCE(SUM(e.delta_minor), 0))
                FROM wallet_adjustment a
                LEFT JOIN wallet_entry e ON e.member_key = a.member_key AND e.cause_type = 'ADJUSTMENT'
                    AND e.cause_id = CAST(a.adjustment_id AS CHAR)
                GROUP BY a.adjustment_id, a.status, a.principal_minor, a.bonus_minor
                HAVING COALESCE(SUM(CASE WHEN e.kind = 'PRINCIPAL' THEN e.delta_minor ELSE 0 END), 0)
                        <> CASE WHEN a.status = 'APPLIED' THEN a.principal_minor ELSE 0 END
                    OR COALESCE(SUM(CASE WHEN e.kind = 'BONUS' THEN e.delta_minor ELSE 0 END), 0)
                        <> CASE WHEN a.status = 'APPLIED' THEN a.bonus_minor ELSE 0 END
                """);
    }

    @Bean
    BookCheck adjustmentsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X02 each approved adjustment moved its points once", "adjustment", "points_adjustment", """
                SELECT CONCAT('adjustment ', a.adjustment_id, ' ', a.status, ': ', a.points, ', posted ', COALESCE(e.delta, 0))
                FROM points_adjustment a
                LEFT JOIN points_entry e ON e.member_key = a.member_key AND e.cause_type = 'ADJUSTMENT'
                    AND e.cause_id = CAST(a.adjustment_id AS CHAR)
                WHERE CASE WHEN a.status = 'APPLIED' THEN a.points ELSE 0 END <> COALESCE(e.delta, 0)
                """);
    }
}
