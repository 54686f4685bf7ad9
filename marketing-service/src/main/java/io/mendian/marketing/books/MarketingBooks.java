package io.mendian.marketing.books;

import io.mendian.runtime.books.BookLedger;
import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of this service's tables, each one statement that selects a row for each breach. */
@Configuration(proxyBeanMethods = false)
class MarketingBooks {

    @Bean
    Invariants marketingInvariants() {
        return Invariants.of(
                new Invariant(
                        "I11 used once", "coupon: uses less returns are one exactly while it is used", "coupon", """
                    SELECT CONCAT('coupon ', c.id) FROM coupon c LEFT JOIN coupon_entry e ON e.coupon_id = c.id
                    GROUP BY c.id, c.state
                    HAVING SUM(CASE e.cause_type WHEN 'USED' THEN 1 WHEN 'RETURNED' THEN -1 ELSE 0 END)
                        <> CASE c.state WHEN 'USED' THEN 1 ELSE 0 END
                    """),
                new Invariant("I11 one order", "a used coupon names the order that its ledger names", "coupon", """
                    SELECT CONCAT('coupon ', c.id) FROM coupon c
                    WHERE c.state = 'USED' AND NOT EXISTS (SELECT 1 FROM coupon_entry e
                        WHERE e.coupon_id = c.id AND e.cause_type = 'USED' AND e.cause_id = CAST(c.order_id AS CHAR))
                    """),
                new Invariant(
                        "I11 per member",
                        "no member has more of a template than its limit",
                        "coupon_member_quota",
                        """
                    SELECT CONCAT('template ', t.id, ' member ', c.member_key)
                    FROM coupon_template t JOIN coupon c ON c.template_id = t.id
                    WHERE t.limit_per_member IS NOT NULL AND c.member_key <> 0
                    GROUP BY t.id, t.limit_per_member, c.member_key HAVING COUNT(*) > t.limit_per_member
                    """),
                new Invariant(
                        "I11 shortages", "no order got a coupon's discount without the coupon", "coupon_shortage", """
                    SELECT CONCAT('order ', order_id, ' coupon ', coupon_id) FROM coupon_shortage WHERE settled_at IS NULL
                    """),
                new Invariant(
                        "I12 issued",
                        "template: issued is the number of its coupons, within its total",
                        "coupon_template",
                        """
                    SELECT CONCAT('template ', t.id) FROM coupon_template t LEFT JOIN coupon c ON c.template_id = t.id
                    GROUP BY t.id, t.issued, t.limit_total
                    HAVING t.issued <> COUNT(c.id) OR t.issued > COALESCE(t.limit_total, t.issued)
                    """),
                new Invariant(
                        "I12 ledger",
                        "coupon: given once, and expired or withdrawn as its ledger says",
                        "coupon_entry",
                        """
                    SELECT CONCAT('coupon ', c.id) FROM coupon c LEFT JOIN coupon_entry e ON e.coupon_id = c.id
                    GROUP BY c.id, c.state
                    HAVING SUM(e.cause_type = 'GIVEN') <> 1
                        OR SUM(e.cause_type = 'EXPIRED') <> (c.state = 'EXPIRED')
                        OR SUM(e.cause_type = 'WITHDRAWN') <> (c.state = 'WITHDRAWN')
                    """),
                new Invariant("I12 frozen", "a held coupon has a live hold of its order", "coupon_hold", """
                    SELECT CONCAT('coupon ', c.id) FROM coupon c LEFT JOIN coupon_hold h ON h.id = c.order_id
                    WHERE c.state = 'HELD' AND (h.id IS NULL OR h.state <> 'HELD')
                    """),
                new Invariant(
                        "I12 budget",
                        "promotion: kept is what its live and paid orders took, within its limits",
                        "promotion_budget",
                        """
                    SELECT CONCAT('promotion ', b.promotion_id) FROM promotion_budget b LEFT JOIN promotion_use u
                        ON u.promotion_id = b.promotion_id AND u.state IN ('HELD', 'SETTLED') AND u.counted = 1
                    GROUP BY b.promotion_id, b.kept_minor, b.kept_uses, b.limit_minor, b.limit_uses
                    HAVING b.kept_minor <> COALESCE(SUM(u.discount_minor), 0) OR b.kept_uses <> COUNT(u.order_id)
                        OR b.kept_minor > COALESCE(b.limit_minor, b.kept_minor)
                        OR b.kept_uses > COALESCE(b.limit_uses, b.kept_uses)
                    """),
                new Invariant(
                        "I12 budget periods",
                        "promotion: what is kept of a day or week is what its orders took in it",
                        "promotion_period_quota",
                        """
                    SELECT CONCAT('promotion ', q.promotion_id, ' ', q.period, ' ', q.begins)
                    FROM promotion_period_quota q LEFT JOIN promotion_use u
                        ON u.promotion_id = q.promotion_id AND u.state IN ('HELD', 'SETTLED') AND u.counted = 1
                        AND u.counted_on >= q.begins
                        AND u.counted_on < DATE_ADD(q.begins, INTERVAL CASE q.period WHEN 'DAY' THEN 1 ELSE 7 END DAY)
                    GROUP BY q.promotion_id, q.period, q.begins, q.kept_minor, q.kept_uses
                    HAVING q.kept_minor <> COALESCE(SUM(u.discount_minor), 0) OR q.kept_uses <> COUNT(u.order_id)
                    """),
                new Invariant(
                        "I12 budget members",
                        "promotion: what is kept of a member is what his orders took",
                        "promotion_member_quota",
                        """
                    SELECT CONCAT('promotion ', q.promotion_id, ' member ', q.member_key)
                    FROM promotion_member_quota q LEFT JOIN promotion_use u
                        ON u.promotion_id = q.promotion_id AND u.member_key = q.member_key
                        AND u.state IN ('HELD', 'SETTLED') AND u.counted = 1
                    GROUP BY q.promotion_id, q.member_key, q.kept_minor, q.kept_uses
                    HAVING q.kept_minor <> COALESCE(SUM(u.discount_minor), 0) OR q.kept_uses <> COUNT(u.order_id)
                    """),
                new Invariant(
                        "I12 first orders",
                        "one live order of a member uses promotions for first orders",
                        "first_order_claim",
                        """
                    SELECT CONCAT('member ', u.member_key, ' order ', u.order_id)
                    FROM promotion_use u LEFT JOIN first_order_claim f
                        ON f.member_key = u.member_key AND f.order_id = u.order_id
                    WHERE u.first_order = 1 AND u.state IN ('HELD', 'SETTLED') AND f.member_key IS NULL
                    """),
                new Invariant(
                        "I12 budget shortages", "no order used a promotion beyond its budget", "promotion_use", """
                    SELECT CONCAT('order ', order_id, ' promotion ', promotion_id) FROM promotion_use WHERE state = 'SHORT'
                    """),
                new Invariant(
                        "K07 once per person",
                        "what a person was given once is a coupon of that template and member",
                        "coupon_person",
                        """
                    SELECT CONCAT('template ', p.template_id, ' person ', p.person_key) FROM coupon_person p
                    LEFT JOIN coupon c ON c.id = p.coupon_id
                    LEFT JOIN known_person k ON k.member_key = p.member_key
                    WHERE c.id IS NULL OR c.template_id <> p.template_id OR c.member_key <> p.member_key
                        OR COALESCE(k.person_key, p.member_key) <> p.person_key
                    """),
                new Invariant("grants", "a grant is one coupon of its template and member", "coupon_grant", """
                    SELECT CONCAT('grant ', g.grant_id) FROM coupon_grant g LEFT JOIN coupon c ON c.id = g.coupon_id
                    WHERE c.id IS NULL OR c.template_id <> g.template_id OR c.member_key <> g.member_key
                    """),
                new Invariant(
                        "codes", "a claimed code gave one coupon to the member who claimed it", "coupon_code", """
                    SELECT CONCAT('code ', k.id) FROM coupon_code k LEFT JOIN coupon c
                        ON c.template_id = k.template_id AND c.cause_type = 'CODE' AND c.cause_id = CAST(k.id AS CHAR)
                    WHERE (k.member_key IS NULL) <> (c.id IS NULL) OR c.member_key <> k.member_key
                    """));
    }

    @Bean
    BookLedger liveHoldsLedger() {
        return new BookLedger(
                "live-holds", "SELECT id, 1 AS value FROM coupon_hold WHERE state = 'HELD' AND created_at < :cut");
    }

    /** Each coupon is used by one order at a time; a coupon that came back and is used again has an entry for each. */
    @Bean
    BookLedger couponsUsedLedger() {
        return new BookLedger("coupons-used", """
                SELECT u.id, COUNT(*) AS value FROM (
                    SELECT cause_id AS id, coupon_id FROM coupon_entry WHERE cause_type = 'USED' AND entered_at < :cut
                    UNION
                    SELECT CAST(order_id AS CHAR), coupon_id FROM coupon_shortage WHERE found_at < :cut) u
                GROUP BY u.id
                """);
    }
}
