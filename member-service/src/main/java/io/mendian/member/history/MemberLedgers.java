package io.mendian.member.history;

import io.mendian.runtime.books.BookFigures;
import io.mendian.runtime.books.BookLedger;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service says of members, orders and refunds that order-service and analytics-service speak of too. */
@Configuration(proxyBeanMethods = false)
class MemberLedgers {

    @Bean
    BookFigures memberFigures() {
        return new BookFigures(Map.of("members", "SELECT COUNT(*) FROM member"));
    }

    @Bean
    BookLedger membersLedger() {
        return new BookLedger("members", "SELECT member_key AS id, 1 AS value FROM member WHERE changed_at < :cut");
    }

    @Bean
    BookLedger purchasesLedger() {
        return new BookLedger("purchases", """
                SELECT order_id AS id, amount_minor AS value FROM consumption_record
                WHERE kind = 'PURCHASE' AND happened_at < :cut
                """);
    }

    @Bean
    BookLedger correctionsLedger() {
        return new BookLedger("corrections", """
                SELECT reference AS id, -amount_minor AS value FROM consumption_record
                WHERE kind = 'CORRECTION' AND happened_at < :cut
                """);
    }

    @Bean
    BookLedger liveHoldsLedger() {
        return new BookLedger(
                "live-holds",
                "SELECT hold_id AS id, 1 AS value FROM asset_hold WHERE status = 'HELD' AND made_at < :cut");
    }

    @Bean
    BookLedger storedValueSpentLedger() {
        return new BookLedger("stored-value-spent", """
                SELECT u.id, SUM(u.value) AS value FROM (
                    SELECT h.hold_id AS id, h.principal_minor + h.bonus_minor AS value FROM asset_hold h
                    WHERE h.status IN ('CONFIRMED', 'SHORT') AND h.principal_minor + h.bonus_minor > 0
                    UNION ALL
                    SELECT s.order_id, s.stored_short_minor FROM asset_shortage s WHERE s.stored_short_minor > 0) u
                JOIN consumption_record c ON c.kind = 'PURCHASE' AND c.reference = CAST(u.id AS CHAR) AND c.happened_at < :cut
                GROUP BY u.id
                """);
    }

    @Bean
    BookLedger pointsSpentLedger() {
        return new BookLedger("points-spent", """
                SELECT u.id, SUM(u.value) AS value FROM (
                    SELECT h.hold_id AS id, h.points AS value FROM asset_hold h
                    WHERE h.status IN ('CONFIRMED', 'SHORT') AND h.points > 0
                    UNION ALL
                    SELECT s.order_id, s.points_short FROM asset_shortage s WHERE s.points_short > 0) u
                JOIN consumption_record c ON c.kind = 'PURCHASE' AND c.reference = CAST(u.id AS CHAR) AND c.happened_at < :cut
                GROUP BY u.id
                """);
    }

    @Bean
    BookLedger rechargesLedger() {
        return new BookLedger("recharges", """
                SELECT r.order_id AS id, SUM(r.paid_minor) AS value FROM recharge r
                JOIN consumption_record c ON c.kind = 'PURCHASE' AND c.reference = CAST(r.order_id AS CHAR)
                    AND c.happened_at < :cut
                GROUP BY r.order_id
                """);
    }

    @Bean
    BookLedger storedValueGivenBackLedger() {
        return new BookLedger("stored-value-given-back", """
                SELECT cause_id AS id, SUM(delta_minor) AS value FROM wallet_entry
                WHERE cause_type = 'REFUND' AND posted_at < :cut GROUP BY cause_id
                """);
    }

    @Bean
    BookLedger pointsGivenBackLedger() {
        return new BookLedger("points-given-back", """
                SELECT cause_id AS id, SUM(delta) AS value FROM points_entry
                WHERE cause_type = 'RETURN' AND posted_at < :cut GROUP BY cause_id
                """);
    }

    /** Each posting to stored value, principal and bonus together, as analytics-service must know it too. */
    @Bean
    BookLedger storedValuePostingsLedger() {
        return new BookLedger("stored-value-postings", """
                SELECT CONCAT(member_key, ':', cause_type, ':', cause_id) AS id, SUM(delta_minor) AS value FROM wallet_entry
                WHERE posted_at < :cut GROUP BY member_key, cause_type, cause_id
                """);
    }
}
