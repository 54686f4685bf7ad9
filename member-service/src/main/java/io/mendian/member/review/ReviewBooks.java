package io.mendian.member.review;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewBooks {

    @Bean
    BookCheck reviewsArePaidOnce(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M38 each approved review paid its points once", "review", "review", """
                SELECT CONCAT('review ', r.review_id, ' ', r.status, ': ', r.points, ' points, posted ', COALESCE(e.delta, 0))
                FROM review r
                LEFT JOIN points_entry e ON e.member_key = r.member_key AND e.cause_type = 'REVIEW'
                    AND e.cause_id = CAST(r.review_id AS CHAR)
                WHERE r.points <> COALESCE(e.delta, 0)
                """);
    }

    @Bean
    BookCheck withdrawnReviewsAreTakenBack(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M38 what a withdrawn review paid is taken back or owed", "review", "review", """
                SELECT CONCAT('review ', r.review_id, ' ', r.status, ': ', r.points, ' points, taken back ',
                    COALESCE(-e.delta, 0), ', owed ', COALESCE(d.points, 0))
                FROM review r
                LEFT JOIN points_entry e ON e.member_key = r.member_key AND e.cause_type = 'REVIEW_BACK'
                    AND e.cause_id = CAST(r.review_id AS CHAR)
                LEFT JOIN points_debt d ON d.member_key = r.member_key
                    AND d.cause_id = CONCAT('REVIEW_BACK:', r.review_id)
                WHERE CASE WHEN r.status = 'WITHDRAWN' THEN r.points ELSE 0 END
                    <> COALESCE(-e.delta, 0) + COALESCE(d.points, 0)
                """);
    }
}
