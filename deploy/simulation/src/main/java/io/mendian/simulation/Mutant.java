package io.mendian.simulation;

import java.util.List;

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

    /** A hold that was released or has expired is released once more. */
    RELEASE_WITHOUT_STATE(
            "a stock hold ends without a look at its state",
            cut("inventory", "FROM stock_hold WHERE hold_id = ? FOR UPDATE", "FROM stock_hold WHERE hold_id = ?"),
            cut("inventory", "WHERE hold_id = ? AND state = ?", "WHERE hold_id = ? AND ? IS NOT NULL"),
            cut(
                    "inventory",
                    "SET reserved = reserved - ? WHERE store_id = ? AND sku_id = ? AND reserved >= ?",
                    "SET reserved = reserved - ? WHERE store_id = ? AND sku_id = ? AND ? IS NOT NULL")),

    /** The same shelf is promised to two orders. */
    STOCK_UNGUARDED("a hold takes pieces that are not there", cut(
                    "inventory",
                    "SET reserved = reserved + ? WHERE store_id = ? AND sku_id = ? AND on_hand - reserved >= ?",
                    "SET reserved = reserved + ? WHERE store_id = ? AND sku_id = ? AND ? IS NOT NULL")),

    /** Cancel and pay both win. */
    ORDER_UNLOCKED(
            "an order changes without its row lock and its guard",
            cut("order", "FROM sales_order WHERE id = ? FOR UPDATE", "FROM sales_order WHERE id = ?"),
            cut("order", "AND status = ? AND covered_minor = ? AND ? <=", "AND ? IS NOT NULL AND ? IS NOT NULL AND ? <=")),

    /** Two returns of the same piece, each of which sees the piece as unreturned. */
    REFUND_UNGUARDED(
            "a refund is begun without the order's row lock and the line's guard",
            cut("order", "FROM sales_order WHERE id = ? FOR UPDATE", "FROM sales_order WHERE id = ?"),
            cut("order", "refunded_quantity + ? <= quantity", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= net_minor", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= amount_minor", "? IS NOT NULL"),
            cut("order", "refunded_minor + ? <= covered_minor", "? IS NOT NULL")),

    /** Money that came for a cancelled order stays. */
    SURPLUS_KEPT("money that no order needs is not given back", cut("order", "WHERE p.status = 'SURPLUS'", "WHERE p.status = 'NEVER'")),

    /** A payment that was paid in the same moment is closed all the same. */
    CLOSED_OVER_PAID(
            "closing a payment does not look whether it was paid",
            cut("order", "WHERE id = ? AND status IN ('CREATED', 'OPEN')", "WHERE id = ?")),

    /** The provider's word that a payment is closed is believed although it was paid, and nobody tells of the money. */
    CLOSED_IS_BELIEVED("a payment that was paid is said to be closed"),

    /** Nobody asks the provider: money is known only by notification, and some of those never come. */
    BROKER_LOSES("the broker says that it has what it has not"),

    /** Two orders of one coupon. */
    COUPON_UNGUARDED(
            "a coupon is held although another order has it",
            cut("marketing", "AND member_key = ? AND state = 'AVAILABLE'", "AND member_key = ?"),
            cut("marketing", "AND state = 'HELD' AND order_id = ?", "AND ? IS NOT NULL")),

    /** More orders than the budget has. */
    BUDGET_UNGUARDED(
            "a promotion serves more orders than its budget",
            cut("marketing", "AND (limit_uses IS NULL OR kept_uses < limit_uses)", "")),

    /** Points of a released hold come back twice, or those of a paid order at all. */
    ASSETS_WITHOUT_STATE(
            "a hold of points and stored value ends without a look at its state",
            cut("member", "FROM asset_hold WHERE hold_id = ? FOR UPDATE", "FROM asset_hold WHERE hold_id = ?"),
            cut("member", "WHERE hold_id = ? AND status = ?", "WHERE hold_id = ? AND ? IS NOT NULL")),

    /** A request that is repeated is done again. */
    STUCK_ORDERS_FORGOTTEN("nobody looks for orders whose placing stopped", cut("order", "WHERE status = 'PLACING'", "WHERE status = 'NEVER'")),

    /** A refund's answer that got lost is never asked for. */
    REFUNDS_FORGOTTEN("nobody goes on with refunds", cut("order", "next_try_at <= ?", "next_try_at < ? AND 1 = 0"));

    private record Cut(String service, String from, String to) {}

    final String what;
    private final List<Cut> cuts;

    Mutant(String what, Cut... cuts) {
        this.what = what;
        this.cuts = List.of(cuts);
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
