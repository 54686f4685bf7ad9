package io.mendian.member.card;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of cards. */
@Configuration(proxyBeanMethods = false)
class CardBooks {

    @Bean
    BookCheck cardUsesAreTheirLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M49 uses left = issued - used - closed", "punch card", "card", """
                SELECT CONCAT('card ', c.id, ': ', c.uses_left, ' left of ', c.uses_total, ', used ', COALESCE(u.used, 0),
                    ', closed ', c.uses_closed)
                FROM card c
                LEFT JOIN (SELECT card_id, COUNT(*) AS used FROM card_use WHERE status = 'USED' GROUP BY card_id) u
                    ON u.card_id = c.id
                WHERE c.kind = 'PUNCH'
                    AND (c.uses_left <> c.uses_total - COALESCE(u.used, 0) - c.uses_closed OR c.uses_left < 0)
                """);
    }
}
