package io.mendian.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** I1, I2, I15: what members have is what they had and bought, less what paid orders took, more what came back or was earned. */
final class AssetJudge {

    private static final String OF_PAID = " o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED') ";

    private final World world;
    private final Shop shop;
    private final List<String> wrong;

    AssetJudge(World world, Shop shop, List<String> wrong) {
        this.world = world;
        this.shop = shop;
        this.wrong = wrong;
    }

    void judge() {
        storedValue();
        points();
        refunds();
    }

    private Map<Long, Long> orders(String sql) {
        return Verdict.numbers(world, "order-service", sql);
    }

    private Map<Long, Long> members(String sql) {
        return Verdict.numbers(world, "member-service", sql);
    }

    private void storedValue() {
        Map<Long, Long> spent = orders("""
            SELECT o.member_key, SUM(t.amount_minor) FROM sales_order o
            JOIN order_tender t ON t.order_id = o.id AND t.kind = 'STORED_VALUE' WHERE %s GROUP BY o.member_key\
            """.formatted(OF_PAID));
        Map<Long, Long> back = orders("""
            SELECT o.member_key, SUM(p.amount_minor) FROM refund_part p JOIN refund r ON r.id = p.refund_id
            JOIN sales_order o ON o.id = r.order_id
            WHERE r.status = 'DONE' AND p.kind = 'STORED_VALUE' GROUP BY o.member_key\
            """);
        Map<Long, Long> bought = orders("""
            SELECT o.member_key, SUM(l.quantity) FROM order_line l JOIN sales_order o ON o.id = l.order_id
            WHERE l.kind = 'RECHARGE' AND %s GROUP BY o.member_key\
            """.formatted(OF_PAID));
        Map<Long, Long> takenBack = members(
                "SELECT member_key, SUM(principal_minor + bonus_minor) FROM asset_refund WHERE status = 'CONFIRMED'"
                        + " GROUP BY member_key");
        Map<Long, Long> missing =
                members("SELECT member_key, SUM(stored_short_minor) FROM asset_shortage GROUP BY member_key");
        members(Verdict.WALLETS).forEach((member, value) -> {
            long expected = Verdict.at(shop.wallets(), member)
                    - Verdict.at(spent, member)
                    + Verdict.at(back, member)
                    + Verdict.at(missing, member)
                    + Verdict.at(bought, member) * (Offers.RECHARGE + Offers.RECHARGE_BONUS)
                    - Verdict.at(takenBack, member);
            if (value != expected) {
                wrong.add("I1 member " + member + " has " + value + " of stored value, by the orders " + expected);
            }
        });
    }

    private void points() {
        Map<Long, Long> used = orders("""
            SELECT o.member_key, SUM(o.points_used - o.points_returned) FROM sales_order o
            WHERE %s GROUP BY o.member_key\
            """.formatted(OF_PAID));
        Map<Long, Long> earned = members(
                "SELECT member_key, SUM(points_kept) FROM points_earning WHERE order_id > 10000 GROUP BY member_key");
        Map<Long, Long> missing =
                members("SELECT member_key, SUM(points_short) FROM asset_shortage GROUP BY member_key");
        members(Verdict.POINTS).forEach((member, value) -> {
            long expected = Verdict.at(shop.points(), member)
                    - Verdict.at(used, member)
                    + Verdict.at(earned, member)
                    + Verdict.at(missing, member);
            if (value != expected) {
                wrong.add("I15 member " + member + " has " + value + " points, by the orders " + expected);
            }
        });
    }

    /** I2: money for stored value went back exactly where the stored value was taken away. */
    private void refunds() {
        Map<Long, Long> paidOut = new TreeMap<>(orders("""
            SELECT r.id, r.amount_minor FROM refund r JOIN order_line l ON l.order_id = r.order_id AND l.kind = 'RECHARGE'
            WHERE r.status = 'DONE' AND r.kind <> 'SURPLUS'\
            """));
        Map<Long, Long> taken = new TreeMap<>(
                members("SELECT CAST(refund_id AS BIGINT), refund_minor FROM asset_refund WHERE status = 'CONFIRMED'"));
        if (!paidOut.equals(taken)) {
            wrong.add("I2 for stored value went back " + paidOut + ", taken away was for " + taken);
        }
    }
}
