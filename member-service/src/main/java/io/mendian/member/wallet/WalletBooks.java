package io.mendian.member.wallet;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of stored value. */
@Configuration(proxyBeanMethods = false)
class WalletBooks {

    static final String KIND = "WALLET";

    @Bean
    BookCheck storedValueIsItsLedgers(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                        jdbc,
                        "I1 principal and bonus = sum of their ledgers, not below zero",
                        "member",
                        "wallet_account",
                        """
                SELECT CONCAT('member ', a.member_key, ': principal ', a.principal_minor, ' ledger ', COALESCE(e.principal, 0),
                    ', bonus ', a.bonus_minor, ' ledger ', COALESCE(e.bonus, 0)), a.member_key
                FROM wallet_account a
                LEFT JOIN (SELECT member_key,
                               SUM(CASE WHEN kind = 'PRINCIPAL' THEN delta_minor ELSE 0 END) AS principal,
                               SUM(CASE WHEN kind = 'BONUS' THEN delta_minor ELSE 0 END) AS bonus
                           FROM wallet_entry GROUP BY member_key) e
                    ON e.member_key = a.member_key
                WHERE a.principal_minor <> COALESCE(e.principal, 0) OR a.bonus_minor <> COALESCE(e.bonus, 0)
                    OR a.principal_minor < 0 OR a.bonus_minor < 0
                """)
                .about(KIND);
    }

    @Bean
    BookCheck rechargesAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M46 each recharge was credited once, as promised", "recharge", "recharge", """
                SELECT CONCAT('order ', r.order_id, ' line ', r.line_id, ': promised ', r.principal_minor, '+', r.bonus_minor,
                    ', credited ', COALESCE(SUM(e.delta_minor), 0))
                FROM recharge r
                LEFT JOIN wallet_entry e ON e.member_key = r.member_key AND e.kind IN ('PRINCIPAL', 'BONUS')
                    AND e.cause_type = 'RECHARGE' AND e.cause_id = CONCAT(r.order_id, ':', r.line_id)
                GROUP BY r.order_id, r.line_id, r.principal_minor, r.bonus_minor
                HAVING COALESCE(SUM(e.delta_minor), 0) <> r.principal_minor + r.bonus_minor
                """);
    }
}
