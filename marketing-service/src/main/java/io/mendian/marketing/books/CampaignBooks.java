package io.mendian.marketing.books;

import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of campaign offers, their groups, seats and bargains. */
@Configuration(proxyBeanMethods = false)
class CampaignBooks {

    /** A seat is the ledger of one order; groups, offers and members count them. */
    @Bean
    Invariants campaignInvariants() {
        return Invariants.of(
                new Invariant(
                        "K19 seats",
                        "group: held and paid seats are its orders, never above its size, and all paid when it succeeded",
                        "buying_group",
                        """
                    SELECT CONCAT('group ', g.id) FROM buying_group g LEFT JOIN campaign_seat s ON s.group_id = g.id
                    GROUP BY g.id, g.size, g.kept, g.paid, g.state
                    HAVING g.kept <> COALESCE(SUM(s.state IN ('HELD', 'PAID')), 0)
                        OR g.paid <> COALESCE(SUM(s.state = 'PAID'), 0) OR g.kept > g.size
                        OR (g.state = 'OPEN' AND g.paid = g.size)
                        OR (g.state = 'FILLED' AND COALESCE(SUM(s.state IN ('PAID', 'RETURNED')), 0) < g.size)
                    """),
                new Invariant(
                        "K19 refunds",
                        "every paid order of a group that failed a day ago has come back",
                        "buying_group WHERE state = 'FAILED'",
                        """
                    SELECT CONCAT('group ', g.id, ' order ', s.order_id)
                    FROM buying_group g JOIN campaign_seat s ON s.group_id = g.id
                    WHERE (g.state = 'FAILED' AND s.state = 'PAID' AND g.settled_at < UTC_TIMESTAMP() - INTERVAL 1 DAY)
                       OR (s.state = 'SHORT' AND s.paid_at < UTC_TIMESTAMP() - INTERVAL 1 DAY)
                    """),
                new Invariant(
                        "X12 allotment",
                        "campaign offer: kept is what its live and paid seats have, within the allotment",
                        "campaign_offer",
                        """
                    SELECT CONCAT('offer ', o.id) FROM campaign_offer o LEFT JOIN campaign_seat s
                        ON s.offer_id = o.id AND s.state IN ('HELD', 'PAID')
                    GROUP BY o.id, o.kept, o.allotment
                    HAVING o.kept <> COALESCE(SUM(s.pieces), 0) OR o.kept > o.allotment
                    """),
                new Invariant(
                        "X12 members",
                        "campaign offer: what a member has is what his seats have, within the limit",
                        "campaign_member_quota",
                        """
                    SELECT CONCAT('offer ', q.offer_id, ' member ', q.member_key)
                    FROM campaign_member_quota q JOIN campaign_offer o ON o.id = q.offer_id
                    LEFT JOIN campaign_seat s ON s.offer_id = q.offer_id AND s.member_key = q.member_key
                        AND s.state IN ('HELD', 'PAID')
                    GROUP BY q.offer_id, q.member_key, q.kept, o.limit_per_member
                    HAVING q.kept <> COALESCE(SUM(s.pieces), 0) OR q.kept > o.limit_per_member
                    """),
                new Invariant(
                        "X12 shortages",
                        "no flash sale or bargain was sold beyond its allotment",
                        "campaign_seat",
                        """
                    SELECT CONCAT('order ', order_id) FROM campaign_seat WHERE state = 'SHORT' AND group_id IS NULL
                    """),
                new Invariant(
                        "X12 bargains",
                        "bargain: its price is its start less its cuts, and its floor when all are made",
                        "bargain",
                        """
                    SELECT CONCAT('bargain ', b.id) FROM bargain b LEFT JOIN bargain_help h ON h.bargain_id = b.id
                    GROUP BY b.id, b.start_minor, b.floor_minor, b.price_minor, b.cuts_made, b.cuts_most
                    HAVING b.price_minor <> b.start_minor - COALESCE(SUM(h.cut_minor), 0)
                        OR b.cuts_made <> COUNT(h.helper_key) OR b.price_minor < b.floor_minor
                        OR (b.cuts_made = b.cuts_most AND b.price_minor <> b.floor_minor)
                    """));
    }
}
