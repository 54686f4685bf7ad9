package io.mendian.member.hold;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.SqlBookCheck;
import io.mendian.runtime.hold.OverdueHolds;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of holds. */
@Configuration(proxyBeanMethods = false)
class HoldBooks {

    static final Duration LONGEST_OVERDUE = Duration.ofMinutes(5);

    @Bean
    BookCheck heldIsWhatHoldsSay(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I1 stored value held = sum of the live holds", "member", "wallet_account", """
                SELECT CONCAT('member ', a.member_key, ': held ', a.held_principal_minor, '+', a.held_bonus_minor, ', holds ',
                    COALESCE(h.principal, 0), '+', COALESCE(h.bonus, 0)), a.member_key
                FROM wallet_account a
                LEFT JOIN (SELECT member_key, SUM(principal_minor) AS principal, SUM(bonus_minor) AS bonus
                           FROM (SELECT member_key, principal_minor, bonus_minor FROM asset_hold WHERE status = 'HELD'
                                 UNION ALL
                                 SELECT member_key, principal_minor, bonus_minor FROM asset_refund
                                 WHERE status = 'HELD' AND kind = 'RECHARGE'
                                 UNION ALL
                                 SELECT from_key, principal_minor + fee_principal_minor, bonus_minor + fee_bonus_minor
                                 FROM asset_transfer WHERE status = 'OFFERED') live GROUP BY member_key) h
                    ON h.member_key = a.member_key
                WHERE a.held_principal_minor <> COALESCE(h.principal, 0) OR a.held_bonus_minor <> COALESCE(h.bonus, 0)
                """)
                .about("WALLET");
    }

    @Bean
    BookCheck heldPointsAreWhatHoldsSay(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I15 points held = sum of the live holds", "member", "points_account", """
                SELECT CONCAT('member ', a.member_key, ': held ', a.held, ', holds ', COALESCE(h.points, 0)), a.member_key
                FROM points_account a
                LEFT JOIN (SELECT member_key, SUM(points) AS points FROM (
                               SELECT member_key, points FROM asset_hold WHERE status = 'HELD'
                               UNION ALL SELECT member_key, points FROM redemption WHERE status = 'PENDING'
                               UNION ALL SELECT from_member, points FROM points_gift WHERE status = 'OPEN') live
                           GROUP BY member_key) h
                    ON h.member_key = a.member_key
                WHERE a.held <> COALESCE(h.points, 0)
                """)
                .about("POINTS");
    }

    @Bean
    BookCheck confirmedHoldsAreInTheLedgers(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I9 each confirmed hold was spent once", "hold", "asset_hold", """
                SELECT CONCAT('hold ', h.hold_id, ' ', h.status, ': ', h.points, ' points, posted ', COALESCE(p.delta, 0),
                    '; ', h.principal_minor + h.bonus_minor, ' stored value, posted ', COALESCE(w.delta, 0))
                FROM asset_hold h
                LEFT JOIN points_entry p
                    ON p.member_key = h.member_key AND p.cause_type = 'HOLD' AND p.cause_id = CAST(h.hold_id AS CHAR)
                LEFT JOIN (SELECT member_key, cause_id, SUM(delta_minor) AS delta FROM wallet_entry
                           WHERE cause_type = 'HOLD' GROUP BY member_key, cause_id) w
                    ON w.member_key = h.member_key AND w.cause_id = CAST(h.hold_id AS CHAR)
                WHERE CASE WHEN h.status IN ('CONFIRMED', 'SHORT') THEN h.points ELSE 0 END <> -COALESCE(p.delta, 0)
                    OR CASE WHEN h.status IN ('CONFIRMED', 'SHORT') THEN h.principal_minor + h.bonus_minor ELSE 0 END
                        <> -COALESCE(w.delta, 0)
                """);
    }

    @Bean
    BookCheck heldUsesAreWhatHoldsSay(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "M49 uses held = sum of the live holds", "punch card", "card", """
                SELECT CONCAT('card ', c.id, ': held ', c.uses_held, ', holds ', COALESCE(h.uses, 0)) FROM card c
                LEFT JOIN (SELECT u.card_id, SUM(u.uses) AS uses FROM hold_card_use u
                           JOIN asset_hold a ON a.hold_id = u.hold_id AND a.status = 'HELD' GROUP BY u.card_id) h
                    ON h.card_id = c.id
                WHERE c.kind = 'PUNCH' AND c.uses_held <> COALESCE(h.uses, 0)
                """);
    }

    @Bean
    BookCheck confirmedHoldsAreInTheCards(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "O09 each confirmed hold took its gift cards and uses once", "hold", "asset_hold", """
                SELECT CONCAT('hold ', g.hold_id, ': gift card ', g.gift_card_id, ' ', g.amount_minor, ', posted ',
                    COALESCE(e.delta_minor, 0))
                FROM hold_gift_card g
                JOIN asset_hold h ON h.hold_id = g.hold_id
                LEFT JOIN gift_card_entry e ON e.gift_card_id = g.gift_card_id AND e.cause_type = 'HOLD'
                    AND e.cause_id = CAST(g.hold_id AS CHAR)
                WHERE CASE WHEN h.status IN ('CONFIRMED', 'SHORT') THEN g.amount_minor ELSE 0 END
                    <> -COALESCE(e.delta_minor, 0)
                UNION ALL
                SELECT CONCAT('hold ', u.hold_id, ' line ', u.line_id, ': ', u.uses - u.uses_back, ' uses of card ',
                    u.card_id, ', recorded ', (SELECT COUNT(*) FROM card_use c WHERE c.status = 'USED'
                        AND c.use_id LIKE CONCAT(u.hold_id, ':', u.line_id, ':', u.card_id, ':%')))
                FROM hold_card_use u
                JOIN asset_hold h ON h.hold_id = u.hold_id
                WHERE CASE WHEN h.status IN ('CONFIRMED', 'SHORT') THEN u.uses - u.uses_back ELSE 0 END
                    <> (SELECT COUNT(*) FROM card_use c WHERE c.status = 'USED'
                        AND c.use_id LIKE CONCAT(u.hold_id, ':', u.line_id, ':', u.card_id, ':%'))
                """);
    }

    /** While nobody says how their orders stand, holds stay: that is an alarm, and nothing wrong with the figures. */
    @Bean
    BookCheck holdsEnd(JdbcTemplate jdbc, Clock clock, OverdueHolds holds) {
        return () -> {
            long started = System.nanoTime();
            List<String> overdue = holds.unansweredSince().isPresent()
                    ? List.of()
                    : jdbc.queryForList(
                            """
                            SELECT CONCAT('hold ', hold_id, ' of member ', member_key, ' expired at ', expires_at)
                            FROM asset_hold WHERE status = 'HELD' AND expires_at < ? ORDER BY expires_at LIMIT 20
                            """, String.class, Timestamp.from(clock.instant().minus(LONGEST_OVERDUE)));
            Long live = jdbc.queryForObject("SELECT COUNT(*) FROM asset_hold WHERE status = 'HELD'", Long.class);
            return new BookResult(
                    "I9 no hold outlives its deadline",
                    "live hold",
                    overdue.isEmpty(),
                    live == null ? 0 : live,
                    Duration.ofNanos(System.nanoTime() - started).toMillis(),
                    overdue);
        };
    }

    @Bean
    BookCheck shortagesAreAlarmed(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I22 each shortage has its alarm", "shortage", "asset_shortage", """
                SELECT CONCAT('order ', s.order_id, ' lacks an alarm') FROM asset_shortage s
                LEFT JOIN alarm a ON a.kind = 'ASSET_SHORTAGE' AND a.subject = CAST(s.order_id AS CHAR)
                WHERE a.id IS NULL
                """);
    }
}
