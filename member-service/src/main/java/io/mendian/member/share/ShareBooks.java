package io.mendian.member.share;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of share links. */
@Configuration(proxyBeanMethods = false)
class ShareBooks {

    @Bean
    BookCheck sharesArePaidOnce(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M38 each newcomer was paid for once", "newcomer", "share_claim", """
                SELECT CONCAT('claim ', c.claim_id, ': ', c.points, ' points, posted ', COALESCE(e.delta, 0))
                FROM share_claim c
                LEFT JOIN points_entry e ON e.member_key = c.sharer_key AND e.cause_type = 'SHARE'
                    AND e.cause_id = CAST(c.claim_id AS CHAR)
                WHERE c.points <> COALESCE(e.delta, 0)
                """);
    }
}
