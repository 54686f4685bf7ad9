package io.mendian.member.rechargegift;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of instalments. */
@Configuration(proxyBeanMethods = false)
class RechargeGiftBooks {

    @Bean
    BookCheck instalmentsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X05 each instalment was credited once, when it says so", "instalment", "bonus_instalment", """
                SELECT CONCAT('order ', i.order_id, ' line ', i.line_id, ' instalment ', i.number, ' ', i.status, ': ',
                    i.bonus_minor, ', credited ', COALESCE(e.delta_minor, 0))
                FROM bonus_instalment i
                LEFT JOIN wallet_entry e ON e.member_key = i.member_key AND e.kind = 'BONUS' AND e.cause_type = 'INSTALMENT'
                    AND e.cause_id = CONCAT(i.order_id, ':', i.line_id, ':', i.number)
                WHERE CASE WHEN i.status = 'CREDITED' THEN i.bonus_minor ELSE 0 END <> COALESCE(e.delta_minor, 0)
                """);
    }
}
