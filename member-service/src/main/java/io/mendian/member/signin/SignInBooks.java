package io.mendian.member.signin;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of sign-ins. */
@Configuration(proxyBeanMethods = false)
class SignInBooks {

    @Bean
    BookCheck signInsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M36 each sign-in paid its points once", "sign-in", "sign_in", """
                SELECT CONCAT('member ', s.member_key, ' on ', s.day, ': ', s.points, ' points, posted ', COALESCE(e.delta, 0))
                FROM sign_in s
                LEFT JOIN points_entry e ON e.member_key = s.member_key AND e.cause_type = 'SIGN_IN'
                    AND e.cause_id = CAST(s.day AS CHAR)
                WHERE s.points <> COALESCE(e.delta, 0)
                """);
    }

    @Bean
    BookCheck streaksAreDaysInARow(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M45 a streak is the day before's plus one", "sign-in", "sign_in", """
                SELECT CONCAT('member ', s.member_key, ' on ', s.day, ': streak ', s.streak, ' after ', COALESCE(p.streak, 0))
                FROM sign_in s
                LEFT JOIN sign_in p ON p.member_key = s.member_key AND p.day = DATE_SUB(s.day, INTERVAL 1 DAY)
                WHERE s.streak <> COALESCE(p.streak, 0) + 1
                """);
    }

    @Bean
    BookCheck giftsWereGivenOnce(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M45 each gift of a streak was given once", "gift", "sign_in_gift", """
                SELECT CONCAT('gift ', g.gift_id, ' ', g.kind, ' ', g.status)
                FROM sign_in_gift g
                LEFT JOIN points_entry e ON e.member_key = g.member_key AND e.cause_type = 'STREAK'
                    AND e.cause_id = CAST(g.day AS CHAR)
                LEFT JOIN pickup_voucher v ON v.cause_type = 'SIGN_IN' AND v.cause_id = CAST(g.gift_id AS CHAR)
                LEFT JOIN coupon_grant c ON c.cause_type = 'SIGN_IN' AND c.cause_id = CAST(g.gift_id AS CHAR)
                WHERE COALESCE(e.delta, 0) <> g.points OR (g.kind = 'VOUCHER') <> (v.voucher_id IS NOT NULL)
                    OR (g.kind = 'COUPON') <> (c.grant_id IS NOT NULL)
                    OR (g.kind = 'COUPON' AND COALESCE(c.coupon_id, '') <> COALESCE(g.coupon_id, ''))
                """);
    }
}
