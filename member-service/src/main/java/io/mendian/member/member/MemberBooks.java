package io.mendian.member.member;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of members and of the codes they show. */
@Configuration(proxyBeanMethods = false)
class MemberBooks {

    @Bean
    BookCheck nobodyLeadsToAMergedMember(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M02 no phone and no openid leads to a merged member", "member", "member", """
                SELECT CONCAT('member ', m.member_key) FROM member m
                WHERE m.state = 'MERGED' AND (m.phone_index IS NOT NULL
                    OR EXISTS (SELECT 1 FROM member_identity i WHERE i.member_key = m.member_key))
                ORDER BY m.member_key""");
    }

    @Bean
    BookCheck membersAreKnownWhereTheyRegistered(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I24 a member is known where he registered", "member", "member", """
                SELECT CONCAT('member ', m.member_key) FROM member m
                WHERE m.registration_store IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM member_store s
                    WHERE s.member_key = m.member_key AND s.store_id = m.registration_store)
                ORDER BY m.member_key""");
    }

    @Bean
    BookCheck memberCodesAreUsedInTime(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M11 a member code was used before it expired", "member code", "member_code", """
                SELECT CONCAT('member ', member_key, ' used at ', used_at, ', expired at ', expires_at)
                FROM member_code WHERE used_at >= expires_at ORDER BY member_key""");
    }
}
