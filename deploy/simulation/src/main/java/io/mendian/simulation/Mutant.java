package io.mendian.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guards that can be taken away, one at a time, where the services speak to the fake layers. Each must be found by some seed;
 * a simulation that finds none of them proves nothing.
 */
enum Mutant {
    NONE("nothing is broken"),

    /** An event that comes twice has its effect twice, as far as nothing else stops it. */
    INBOX_UNCHECKED(
            "an event is done as often as it comes",
            cut("", "SELECT event_id FROM inbox WHERE", "SELECT event_id FROM inbox WHERE 1 = 0 AND"),
            cut("", "INSERT INTO inbox", "INSERT IGNORE INTO inbox")),

    /** The same shelf is promised to two orders. */
    STOCK_UNGUARDED(
            "a hold takes pieces that are not there",
            cut(
                    "inventory",
                    "SET reserved = reserved + ? WHERE store_id = ? AND sku_id = ? AND on_hand - reserved >= ?",
                    "SET reserved = reserved + ? WHERE store_id = ? AND sku_id = ? AND ? IS NOT NULL")),

    /** Cancel and pay both win. */
    ORDER_UNLOCKED(
            "an order changes without its row lock and its guard",
            cut("order", "FROM sales_order WHERE id = ? FOR UPDATE", "FROM sales_order WHERE id = ?"),
            cut(
                    "order",
                    "AND status = ? AND covered_minor = ? AND ? <=",
                    "AND ? IS NOT NULL AND ? IS NOT NULL AND ? <=")),

    /** Two returns of the same piece, each of which sees the piece as unreturned. */
    REFUND_UNGUARDED(
            "a refund is begun without the order's row lock and the line's guard",
            cut("order", "FROM sales_order WHERE id = ? FOR UPDATE", "FROM sales_order WHERE id = ?"),
            cut("order", "refunded_quantity + ? <= quantity", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= net_minor", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= amount_minor", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= covered_minor", "? IS NOT NULL")),

    /** Money that came for a cancelled order stays. */
    SURPLUS_KEPT(
            "money that no order needs is not given back",
            cut("order", "WHERE p.status = 'SURPLUS'", "WHERE p.status = 'NEVER'")),

    /** The provider's word that a payment is closed is believed although it was paid, and nobody tells of the money. */
    CLOSED_IS_BELIEVED("a payment that was paid is said to be closed"),

    /** What was told never arrives. */
    BROKER_LOSES("the broker says that it has what it has not"),

    /** The shelf fills with holds of nobody. */
    RELEASE_KEEPS_PIECES(
            "the pieces of an ended hold stay reserved",
            cut("inventory", "SET reserved = reserved - ? WHERE", "SET reserved = reserved - 0 * ? WHERE")),

    /** Who goes away keeps what he held. */
    DEADLINE_FORGOTTEN(
            "nobody ends the orders whose deadline has passed",
            cut("order", "WHERE status = 'PENDING_PAYMENT' AND pay_until", "WHERE status = 'NEVER' AND pay_until")),

    /** What a killed process had begun stays as it was. */
    STUCK_ORDERS_FORGOTTEN(
            "nobody looks for orders whose placing stopped",
            cut("order", "WHERE status = 'PLACING'", "WHERE status = 'NEVER'")),

    /** A hold that was released or has expired is released once more. */
    HOLD_ENDS_TWICE(
            "a stock hold ends without a look at its state",
            cut("inventory", "FROM stock_hold WHERE hold_id = ? FOR UPDATE", "FROM stock_hold WHERE hold_id = ?"),
            cut("inventory", "WHERE hold_id = ? AND state = ?", "WHERE hold_id = ? AND ? IS NOT NULL"),
            cut(
                    "inventory",
                    "SET reserved = reserved - ? WHERE store_id = ? AND sku_id = ? AND reserved >= ?",
                    "SET reserved = reserved - ? WHERE store_id = ? AND sku_id = ? AND ? IS NOT NULL")),

    /** What a paid order holds is let go, since its news is late. */
    HOLDERS_NOT_TOLD(
            "whoever asks about an order is told that there is none, and lets its holds go",
            cut(
                    "order",
                    "SELECT id, status FROM sales_order WHERE id IN",
                    "SELECT id, status FROM sales_order WHERE 1 = 0 AND id IN")),

    /** Two orders of one coupon. */
    COUPON_UNGUARDED(
            "a coupon is held although another order has it",
            Scene.RUSH,
            cut("marketing", "AND member_key = ? AND state = 'AVAILABLE'", "AND member_key = ?"),
            cut("marketing", "AND state = 'HELD' AND order_id = ?", "AND ? IS NOT NULL")),

    /** More orders than the budget has. */
    BUDGET_UNGUARDED(
            "a promotion serves more orders than its budget",
            Scene.RUSH,
            cut("marketing", "AND (limit_uses IS NULL OR kept_uses < limit_uses)", "")),

    /** Members wait for ever. */
    GROUPS_NEVER_FAIL(
            "nobody ends a group whose time is over",
            Scene.GROUP,
            cut("marketing", "WHERE state = 'OPEN' AND ends_at <=", "WHERE state = 'NEVER' AND ends_at <=")),

    /** A group fails, and one of its members is forgotten. */
    GROUP_KEEPS_MONEY(
            "a failed group does not name all who have paid",
            Scene.GROUP,
            cut(
                    "marketing",
                    "FROM campaign_seat WHERE group_id = ? AND state = 'PAID' ORDER BY order_id",
                    "FROM campaign_seat WHERE group_id = ? AND state = 'PAID' AND order_id <> group_id ORDER BY"
                            + " order_id")),

    /** Somebody stands in the class. */
    SEATS_UNGUARDED(
            "a class is booked beyond its seats",
            Scene.CLASS,
            cut("booking", "AND occupied < capacity", ""),
            cut("booking", " <= capacity", " IS NOT NULL")),

    /** The card has paid, nobody has come. */
    CHECK_IN_FORGOTTEN(
            "nobody goes on with a check-in that stopped",
            Scene.CLASS,
            cut(
                    "booking",
                    "WHERE state = 'CHECKING_IN' AND checking_since <=",
                    "WHERE state = 'NEVER' AND checking_since <=")),

    /** Money goes back, and what it had bought stays. */
    RECHARGE_KEPT(
            "what a refund set aside is not found when the money is back",
            Scene.TOP_UP,
            cut(
                    "member",
                    "FROM asset_refund WHERE refund_id = ? AND line_id = ? FOR UPDATE",
                    "FROM asset_refund WHERE refund_id = ? AND line_id = ? AND status = 'RELEASED' FOR UPDATE")),

    /** The same box is unpacked twice. */
    RECEIVED_TWICE(
            "a transfer is received as often as somebody says so",
            Scene.TRANSFER,
            cut("inventory", "FROM stock_transfer WHERE id = ? FOR UPDATE", "FROM stock_transfer WHERE id = ?"),
            cut(
                    "inventory",
                    "received_at = ? WHERE id = ? AND state = ?",
                    "received_at = ? WHERE id = ? AND ? IS NOT NULL"),
            cut("inventory", "AND sku_id = ? AND received IS NULL", "AND sku_id = ?"));

    private record Cut(String service, String from, String to) {}

    final String what;
    private final @Nullable Scene scene;
    private final List<Cut> cuts;

    Mutant(String what, Cut... cuts) {
        this(what, null, cuts);
    }

    Mutant(String what, @Nullable Scene scene, Cut... cuts) {
        this.what = what;
        this.scene = scene;
        this.cuts = List.of(cuts);
    }

    /** Whether a seed plays where this guard stands. */
    boolean mayBeFoundBy(long seed) {
        return scene == null || Scene.of(seed) == scene;
    }

    private static Cut cut(String service, String from, String to) {
        return new Cut(service, from, to);
    }

    String of(String node, String sql) {
        if (cuts.isEmpty()) {
            return sql;
        }
        String said = sql.replaceAll("\\s+", " ").strip();
        for (Cut cut : cuts) {
            if (node.startsWith(cut.service)) {
                said = said.replace(cut.from, cut.to);
            }
        }
        return said;
    }
}
