package io.mendian.member.level;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of levels. */
@Configuration(proxyBeanMethods = false)
class LevelBooks {

    @Bean
    BookCheck levelFollowsHistory(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M29 the level is the end of its history", "member", "level_standing", """
                SELECT CONCAT('member ', s.member_key, ': level ', s.level_code, ' after ', s.changes, ' changes, history has ',
                    COALESCE(h.steps, 0), ' ending at ', COALESCE(l.to_code, '-'))
                FROM level_standing s
                LEFT JOIN (SELECT member_key, COUNT(*) AS steps FROM level_history GROUP BY member_key) h
                    ON h.member_key = s.member_key
                LEFT JOIN level_history l ON l.member_key = s.member_key AND l.step = s.changes
                WHERE s.changes <> COALESCE(h.steps, 0) OR (s.changes > 0 AND (l.to_code IS NULL OR l.to_code <> s.level_code))
                """);
    }

    @Bean
    BookCheck levelHistoryIsAChain(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M29 each level change starts where the one before ended", "change", "level_history", """
                SELECT CONCAT('member ', h.member_key, ' step ', h.step, ': from ', h.from_code, ' after ', p.to_code)
                FROM level_history h
                JOIN level_history p ON p.member_key = h.member_key AND p.step = h.step - 1
                WHERE h.from_code <> p.to_code
                """);
    }
}
