package io.mendian.marketing.books;

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
                    WHERE t.limit_per_member IS NOT NULL
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
                        "I12 budget shortages", "no order used a promotion beyond its budget", "promotion_use", """
                    SELECT CONCAT('order ', order_id, ' promotion ', promotion_id) FROM promotion_use WHERE state = 'SHORT'
                    """),
                new Invariant(
                        "codes", "a claimed code gave one coupon to the member who claimed it", "coupon_code", """
                    SELECT CONCAT('code ', k.id) FROM coupon_code k LEFT JOIN coupon c
                        ON c.template_id = k.template_id AND c.cause_type = 'CODE' AND c.cause_id = CAST(k.id AS CHAR)
                    WHERE (k.member_key IS NULL) <> (c.id IS NULL) OR c.member_key <> k.member_key
                    """));
    }
}
