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
            cut("order", "WHERE status = 'PENDING_PAYMENT' AND pay_until", "WHERE status = 'NEVER' AND pay_until"));

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
