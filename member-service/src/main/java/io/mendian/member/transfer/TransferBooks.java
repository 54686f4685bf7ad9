package io.mendian.member.transfer;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of transfers. */
@Configuration(proxyBeanMethods = false)
class TransferBooks {

    @Bean
    BookCheck whatOneGaveTheOtherGot(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X06 a transfer takes from one what it gives the other", "transfer", "asset_transfer", """
                SELECT CONCAT('transfer ', t.id, ' ', t.status, ': ', t.principal_minor + t.bonus_minor, ', out ',
                    COALESCE(SUM(CASE WHEN e.cause_type = 'TRANSFER_OUT' THEN e.delta_minor END), 0), ', in ',
                    COALESCE(SUM(CASE WHEN e.cause_type = 'TRANSFER_IN' THEN e.delta_minor END), 0))
                FROM asset_transfer t
                LEFT JOIN wallet_entry e ON e.cause_id = CAST(t.id AS CHAR)
                    AND ((e.member_key = t.from_key AND e.cause_type = 'TRANSFER_OUT')
                        OR (e.member_key = t.to_key AND e.cause_type = 'TRANSFER_IN'))
                GROUP BY t.id, t.status, t.principal_minor, t.bonus_minor
                HAVING COALESCE(SUM(e.delta_minor), 0) <> 0
                    OR COALESCE(SUM(CASE WHEN e.cause_type = 'TRANSFER_IN' THEN e.delta_minor END), 0)
                        <> CASE WHEN t.status = 'DONE' THEN t.principal_minor + t.bonus_minor ELSE 0 END
                """);
    }
}
