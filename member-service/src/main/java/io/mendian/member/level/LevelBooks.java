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

    @Bean
    BookCheck standingsAreTheFoldOfTheirCredits(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M29 progress = the fold of what orders brought", "member", "level_standing", """
                SELECT CONCAT('member ', s.member_key, ': spend ', s.spend_minor, ' orders ', s.order_count, ' points ',
                    s.points_earned, ' recharge ', s.recharge_minor, ', credits ', COALESCE(c.spend, 0), ' ',
                    COALESCE(c.orders, 0), ' ', COALESCE(c.points, 0), ' ', COALESCE(c.recharge, 0))
                FROM level_standing s
                LEFT JOIN (SELECT member_key, SUM(((spend_minor - spend_back) * permille) DIV 1000) AS spend,
                               SUM(orders - orders_back) AS orders,
                               SUM(((points - points_back) * permille) DIV 1000) AS points,
                               SUM(((recharge - recharge_back) * permille) DIV 1000) AS recharge
                           FROM level_credit GROUP BY member_key) c ON c.member_key = s.member_key
                WHERE s.spend_minor <> COALESCE(c.spend, 0) OR s.order_count <> COALESCE(c.orders, 0)
                    OR s.points_earned <> COALESCE(c.points, 0) OR s.recharge_minor <> COALESCE(c.recharge, 0)
                """);
    }

    @Bean
    BookCheck creditsCountThePointsKept(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "M29 points towards a level = points kept of the order", "order", "level_credit", """
                SELECT CONCAT('order ', c.order_id, ': counts ', c.points - c.points_back, ', kept ', COALESCE(g.points_kept, 0))
                FROM level_credit c
                LEFT JOIN points_earning g ON g.order_id = c.order_id
                WHERE c.points - c.points_back <> COALESCE(g.points_kept, 0)
                """);
    }

    @Bean
    BookCheck periodsFollowEachOther(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M32 what is kept is what the last period left", "member", "level_standing", """
                SELECT CONCAT('member ', s.member_key, ': keeps ', COALESCE(s.base_code, '-'), ', the period until ',
                    p.period_until, ' left ', p.next_base)
                FROM level_standing s
                JOIN level_period p ON p.member_key = s.member_key AND p.period_until = s.period_from
                WHERE p.ladder_version = s.ladder_version AND COALESCE(s.base_code, '') <> p.next_base
                """);
    }
}
