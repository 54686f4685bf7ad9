package io.mendian.member.prepaid;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of asset refunds. */
@Configuration(proxyBeanMethods = false)
class PrepaidBooks {

    @Bean
    BookCheck refundsTookBackWhatTheySaid(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X06 each recharge refund took back what it said, once", "asset refund", "asset_refund", """
                SELECT CONCAT('refund ', r.refund_id, ' ', r.status, ': ', r.principal_minor + r.bonus_minor, ', posted ',
                    COALESCE(w.delta, 0))
                FROM asset_refund r
                LEFT JOIN (SELECT member_key, cause_id, SUM(delta_minor) AS delta FROM wallet_entry
                           WHERE cause_type = 'RECHARGE_REFUND' GROUP BY member_key, cause_id) w
                    ON w.member_key = r.member_key AND w.cause_id = CONCAT(r.order_id, ':', r.line_id, ':', r.refund_id)
                WHERE r.kind = 'RECHARGE'
                    AND CASE WHEN r.status = 'CONFIRMED' THEN r.principal_minor + r.bonus_minor ELSE 0 END
                        <> -COALESCE(w.delta, 0)
                """);
    }

    @Bean
    BookCheck contractsAndRefundsAgree(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "X06 a contract is refunded at most once", "contract", "prepaid_contract", """
                SELECT CONCAT('contract ', c.order_id, ':', c.line_id, ': ', COALESCE(r.live, 0), ' live, ',
                    COALESCE(r.done, 0), ' paid out')
                FROM prepaid_contract c
                LEFT JOIN (SELECT order_id, line_id, SUM(CASE WHEN status = 'HELD' THEN 1 ELSE 0 END) AS live,
                               SUM(CASE WHEN status = 'CONFIRMED' THEN 1 ELSE 0 END) AS done
                           FROM asset_refund GROUP BY order_id, line_id) r
                    ON r.order_id = c.order_id AND r.line_id = c.line_id
                WHERE COALESCE(r.live, 0) <> CASE WHEN c.locked_by IS NULL THEN 0 ELSE 1 END
                    OR COALESCE(r.done, 0) <> CASE WHEN c.refunded_at IS NULL THEN 0 ELSE 1 END
                """);
    }
}
