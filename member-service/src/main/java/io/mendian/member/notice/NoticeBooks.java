package io.mendian.member.notice;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of notices. */
@Configuration(proxyBeanMethods = false)
class NoticeBooks {

    @Bean
    BookCheck whoIsToldWasWarned(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M44 a notice of expiry has its warning", "notice", "member_notice", """
                SELECT CONCAT('notice ', n.id, ' of member ', n.member_key) FROM member_notice n
                LEFT JOIN points_warning w ON w.member_key = n.member_key AND w.expires_at = n.due_at
                WHERE n.kind = 'POINTS_EXPIRING' AND w.member_key IS NULL
                """);
    }
}
