package io.mendian.member.login;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of accounts and logins. */
@Configuration(proxyBeanMethods = false)
class LoginBooks {

    @Bean
    BookCheck nobodyWhoLeftIsSignedIn(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "G02 nobody who left is signed in", "login", "login_family", """
                SELECT CONCAT('staff ', s.id, ' left at ', s.left_at, ', login ', f.id)
                FROM staff s JOIN login_family f ON f.subject = s.id AND f.realm IN ('HQ', 'STAFF')
                WHERE NOT s.active AND f.revoked_at IS NULL ORDER BY f.id""");
    }

    @Bean
    BookCheck refreshTokensAreUsedOnce(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "G02 a login has at most one refresh token left", "refresh token", "refresh_token", """
                SELECT CONCAT('login ', r.family_id, ' has ', COUNT(*)) FROM refresh_token r
                JOIN login_family f ON f.id = r.family_id AND f.revoked_at IS NULL
                WHERE r.used_at IS NULL GROUP BY r.family_id HAVING COUNT(*) > 1 ORDER BY r.family_id""");
    }
}
