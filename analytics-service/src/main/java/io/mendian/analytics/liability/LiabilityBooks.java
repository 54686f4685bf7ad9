package io.mendian.analytics.liability;

import io.mendian.runtime.books.BookLedger;
import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invariants of liabilities. */
@Configuration(proxyBeanMethods = false)
class LiabilityBooks {

    @Bean
    Invariants liabilityInvariants() {
        return Invariants.of(
                new Invariant("I21 gift cards = fold of their postings", "gift card", "agg_gift_card", """
                    SELECT CONCAT('gift card ', a.gift_card_id, ': ', a.balance_minor, ', postings ', COALESCE(f.total, 0))
                    FROM agg_gift_card a
                    LEFT JOIN (SELECT gift_card_id, SUM(delta_minor) AS total FROM fact_gift_card GROUP BY gift_card_id) f
                        ON f.gift_card_id = a.gift_card_id
                    WHERE a.balance_minor <> COALESCE(f.total, 0)
                    """),
                new Invariant(
                        "I21 gift cards by day = fold of their postings", "day, cause", "agg_gift_card_day", """
                    SELECT CONCAT(a.business_date, ' ', a.cause) FROM agg_gift_card_day a
                    LEFT JOIN (SELECT business_date, cause, COUNT(*) AS entries, SUM(delta_minor) AS total
                               FROM fact_gift_card GROUP BY business_date, cause) f
                        ON f.business_date = a.business_date AND f.cause = a.cause
                    WHERE a.entries <> COALESCE(f.entries, 0) OR a.delta_minor <> COALESCE(f.total, 0)
                    """));
    }

    @Bean
    BookLedger giftCardPostingsLedger() {
        return new BookLedger("gift-card-postings", """
                SELECT CONCAT(gift_card_id, ':', cause, ':', reference) AS id, delta_minor AS value FROM fact_gift_card
                WHERE changed_at < :cut
                """);
    }
}
