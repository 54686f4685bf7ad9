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
                new Invariant("I21 gift cards by day = fold of their postings", "day, cause", "agg_gift_card_day", """
                    SELECT CONCAT(a.business_date, ' ', a.cause) FROM agg_gift_card_day a
                    LEFT JOIN (SELECT business_date, cause, COUNT(*) AS entries, SUM(delta_minor) AS total
                               FROM fact_gift_card GROUP BY business_date, cause) f
                        ON f.business_date = a.business_date AND f.cause = a.cause
                    WHERE a.entries <> COALESCE(f.entries, 0) OR a.delta_minor <> COALESCE(f.total, 0)
                    """),
                new Invariant(
                        "I21 stored value by day = fold of its postings", "day, cause", "agg_stored_value_day", """
                    SELECT CONCAT(t.business_date, ' ', t.cause) FROM (
                        SELECT business_date, cause, entries, principal_minor, bonus_minor FROM agg_stored_value_day
                        UNION ALL
                        SELECT business_date, cause, -1, -principal_minor, -bonus_minor FROM fact_stored_value) t
                    GROUP BY t.business_date, t.cause
                    HAVING SUM(t.entries) <> 0 OR SUM(t.principal_minor) <> 0 OR SUM(t.bonus_minor) <> 0
                    """),
                new Invariant("X12 deposits: each received once, ended once and wholly", "order", "fact_deposit", """
                    SELECT CONCAT('order ', order_id) FROM fact_deposit GROUP BY order_id
                    HAVING SUM(kind = 'RECEIVED') <> 1 OR COUNT(*) > 2 OR (COUNT(*) = 2 AND SUM(amount_minor) <> 0)
                    """));
    }

    @Bean
    BookLedger storedValuePostingsLedger() {
        return new BookLedger("stored-value-postings", """
                SELECT CONCAT(member_key, ':', cause, ':', reference) AS id, principal_minor + bonus_minor AS value
                FROM fact_stored_value WHERE changed_at < :cut
                """);
    }

    @Bean
    BookLedger depositsLedger() {
        return new BookLedger("deposits", """
                SELECT CONCAT(order_id, ':', kind) AS id, amount_minor AS value FROM fact_deposit WHERE changed_at < :cut
                """);
    }

    @Bean
    BookLedger giftCardPostingsLedger() {
        return new BookLedger("gift-card-postings", """
                SELECT CONCAT(gift_card_id, ':', cause, ':', reference) AS id, delta_minor AS value FROM fact_gift_card
                WHERE changed_at < :cut
                """);
    }
}
