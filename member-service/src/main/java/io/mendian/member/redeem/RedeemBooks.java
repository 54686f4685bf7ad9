package io.mendian.member.redeem;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of redemptions. */
@Configuration(proxyBeanMethods = false)
class RedeemBooks {

    @Bean
    BookCheck redemptionsAreInTheLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M41 each redemption spent its points once, with a coupon", "redemption", "redemption", """
                SELECT CONCAT('redemption ', r.redemption_id, ' ', r.status, ': ', r.points, ' points, posted ',
                    COALESCE(e.delta, 0), ', coupon ', COALESCE(g.coupon_id, '-'))
                FROM redemption r
                LEFT JOIN points_entry e ON e.member_key = r.member_key AND e.cause_type = 'REDEEM'
                    AND e.cause_id = CAST(r.redemption_id AS CHAR)
                LEFT JOIN coupon_grant g ON g.grant_id = r.redemption_id
                WHERE CASE WHEN r.status = 'DONE' THEN r.points ELSE 0 END <> -COALESCE(e.delta, 0)
                    OR (r.status = 'DONE') <> (g.coupon_id IS NOT NULL)
                    OR COALESCE(g.coupon_id, '') <> COALESCE(r.coupon_id, '')
                """);
    }

    @Bean
    BookCheck offersCountTheirRedemptions(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M41 taken = redemptions done or under way", "offer", "redeem_offer", """
                SELECT CONCAT('offer ', o.offer_id, ': taken ', o.taken, ', redemptions ', COALESCE(r.n, 0))
                FROM redeem_offer o
                LEFT JOIN (SELECT offer_id, COUNT(*) AS n FROM redemption WHERE status IN ('PENDING', 'DONE')
                           GROUP BY offer_id) r ON r.offer_id = o.offer_id
                WHERE o.taken <> COALESCE(r.n, 0)
                """);
    }
}
