package io.mendian.member.giftcard;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.BookLedger;
import io.mendian.runtime.books.SqlBookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of gift cards. */
@Configuration(proxyBeanMethods = false)
class GiftCardBooks {

    @Bean
    BookCheck giftCardsAreTheirLedger(JdbcTemplate jdbc) {
        return new SqlBookCheck(
                jdbc, "X07 gift card = sum of its ledger, not below zero", "gift card", "gift_card", """
                SELECT CONCAT('gift card ', c.id, ': ', c.balance_minor, ', ledger ', COALESCE(e.total, 0)) FROM gift_card c
                LEFT JOIN (SELECT gift_card_id, SUM(delta_minor) AS total FROM gift_card_entry GROUP BY gift_card_id) e
                    ON e.gift_card_id = c.id
                WHERE c.balance_minor <> COALESCE(e.total, 0) OR c.balance_minor < 0 OR c.balance_minor > c.value_minor
                """);
    }

    /** Each posting, as analytics-service must know it too. */
    @Bean
    BookLedger giftCardPostingsLedger() {
        return new BookLedger("gift-card-postings", """
                SELECT CONCAT(gift_card_id, ':', cause_type, ':', cause_id) AS id, delta_minor AS value FROM gift_card_entry
                WHERE posted_at < :cut
                """);
    }

    @Bean
    BookCheck giftCardsHeldIsWhatHoldsSay(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "X07 gift cards held = sum of the live holds", "gift card", "gift_card", """
                SELECT CONCAT('gift card ', c.id, ': held ', c.held_minor, ', holds ', COALESCE(h.total, 0)) FROM gift_card c
                LEFT JOIN (SELECT g.gift_card_id, SUM(g.amount_minor) AS total FROM hold_gift_card g
                           JOIN asset_hold a ON a.hold_id = g.hold_id AND a.status = 'HELD' GROUP BY g.gift_card_id) h
                    ON h.gift_card_id = c.id
                WHERE c.held_minor <> COALESCE(h.total, 0)
                """);
    }
}
