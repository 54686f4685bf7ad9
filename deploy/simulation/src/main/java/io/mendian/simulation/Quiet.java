package io.mendian.simulation;

import java.util.ArrayList;
import java.util.List;

/** Whether every long process has come to its end. */
final class Quiet {

    private static final String[][] UNFINISHED = {
        {
            "order-service",
            "order in",
            "SELECT CONCAT(id, ' ', status) FROM sales_order WHERE status IN ('PLACING', 'PENDING_PAYMENT')"
        },
        {
            "order-service",
            "refund in",
            "SELECT CONCAT(id, ' ', status) FROM refund WHERE status IN ('PREPARING', 'REFUNDING')"
        },
        {
            "order-service",
            "payment in",
            "SELECT CONCAT(id, ' ', status) FROM wechat_payment WHERE status IN ('CREATED', 'OPEN', 'REVERSING')"
        },
        {"inventory-service", "stock hold", "SELECT CONCAT(hold_id, ' ', state) FROM stock_hold WHERE state = 'HELD'"},
        {"member-service", "asset hold", "SELECT CONCAT(hold_id, ' ', status) FROM asset_hold WHERE status = 'HELD'"},
        {"marketing-service", "coupon hold", "SELECT CONCAT(id, ' ', state) FROM coupon_hold WHERE state = 'HELD'"},
        {
            "marketing-service",
            "promotion hold",
            "SELECT CONCAT(order_id, ' ', state) FROM promotion_use WHERE state = 'HELD'"
        },
        {
            "marketing-service",
            "campaign seat",
            "SELECT CONCAT(order_id, ' ', state) FROM campaign_seat WHERE state = 'HELD'"
        },
        {
            "marketing-service",
            "group",
            "SELECT CONCAT(id, ' ', state) FROM buying_group WHERE state IN ('FORMING', 'OPEN')"
        },
        {
            "order-service",
            "order of a group",
            "SELECT CONCAT(id, ' ', group_state) FROM sales_order WHERE group_state = 'PENDING'"
                    + " AND status NOT IN ('CANCELLED', 'REFUNDED')"
        },
        {
            "member-service",
            "refund of stored value",
            "SELECT CONCAT(refund_id, ' ', status) FROM asset_refund WHERE status = 'HELD'"
        },
        {"booking-service", "check-in", "SELECT CONCAT(id, ' ', state) FROM booking WHERE state = 'CHECKING_IN'"},
    };

    private Quiet() {}

    static boolean isQuiet(World world) {
        return unfinished(world).isEmpty();
    }

    static List<String> unfinished(World world) {
        List<String> found = new ArrayList<>();
        for (String[] question : UNFINISHED) {
            if (!world.scene().needs(question[0])) {
                continue;
            }
            world.node(question[0])
                    .jdbc()
                    .queryForList(question[2], String.class)
                    .forEach(row -> found.add(question[1] + " " + row));
        }
        for (Node node : world.playing()) {
            unsent(node).forEach(row -> found.add(node + " has not sent " + row));
            node.jdbc()
                    .queryForList("SELECT CONCAT(type, ' ', msg_key, ' ', reason) FROM dead_letter", String.class)
                    .forEach(row -> found.add(node + " has parked " + row));
            if (!world.bus().hasAll(node.name)) {
                found.add(node + " has not read all");
            }
        }
        return found;
    }

    private static List<String> unsent(Node node) {
        return node.jdbc().queryForList("SELECT CONCAT(type, ' ', msg_key) FROM outbox", String.class);
    }
}
