package io.mendian.member.pointsgift;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of gifts. */
@Configuration(proxyBeanMethods = false)
class GiftBooks {

    @Bean
    BookCheck giftsMoveWhatTheySay(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X02 each gift left its giver and reached its taker once", "gift", "points_gift", """
                SELECT CONCAT('gift ', g.gift_id, ' ', g.status, ': ', g.points, ' points, out ', COALESCE(o.delta, 0), ', in ',
                    COALESCE(i.delta, 0))
                FROM points_gift g
                LEFT JOIN points_entry o ON o.member_key = g.from_member AND o.cause_type = 'GIFT_OUT'
                    AND o.cause_id = CAST(g.gift_id AS CHAR)
                LEFT JOIN points_entry i ON i.member_key = g.to_member AND i.cause_type = 'GIFT_IN'
                    AND i.cause_id = CAST(g.gift_id AS CHAR)
                WHERE CASE WHEN g.status = 'TAKEN' THEN g.points ELSE 0 END <> -COALESCE(o.delta, 0)
                    OR CASE WHEN g.status = 'TAKEN' THEN g.points ELSE 0 END <> COALESCE(i.delta, 0)
                """);
    }
}
