package io.mendian.inventory.books;

import io.mendian.runtime.books.BookLedger;
import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of this service's tables, each one statement and so one consistent view of the data. */
@Configuration(proxyBeanMethods = false)
class InventoryBooks {

    @Bean
    Invariants inventoryInvariants() {
        return Invariants.of(
                new Invariant("I8 on hand = sum of the ledger", "store and SKU", "SELECT COUNT(*) FROM stock", """
                    SELECT CONCAT(b.store_id, ':', b.sku_id, ' on hand ', SUM(b.on_hand), ' ledger ', SUM(b.moved)), CONCAT(b.store_id, ':', b.sku_id)
                    FROM (SELECT store_id, sku_id, on_hand, 0 AS moved FROM stock
                          UNION ALL
                          SELECT store_id, sku_id, 0, SUM(delta) FROM stock_movement GROUP BY store_id, sku_id) b
                    GROUP BY b.store_id, b.sku_id HAVING SUM(b.on_hand) <> SUM(b.moved)
                    """)
                        .about("STOCK"),
                new Invariant(
                                "I8 reserved = sum of live holds, 0 <= reserved <= on hand",
                                "store and SKU",
                                "SELECT COUNT(*) FROM stock",
                                """
                    SELECT CONCAT(b.store_id, ':', b.sku_id, ' reserved ', SUM(b.reserved), ' held ', SUM(b.held)), CONCAT(b.store_id, ':', b.sku_id)
                    FROM (SELECT store_id, sku_id, on_hand, reserved, 0 AS held FROM stock
                          UNION ALL
                          SELECT h.store_id, l.sku_id, 0, 0, SUM(l.quantity) FROM stock_hold h
                          JOIN stock_hold_line l ON l.hold_id = h.hold_id
                          WHERE h.state = 'HELD' GROUP BY h.store_id, l.sku_id) b
                    GROUP BY b.store_id, b.sku_id
                    HAVING SUM(b.reserved) <> SUM(b.held) OR SUM(b.reserved) > SUM(b.on_hand) OR SUM(b.reserved) < 0
                    """)
                        .about("STOCK"),
                new Invariant(
                        "I9 a final order holds nothing; what it took is sold, what it missed is a shortage",
                        "order",
                        "SELECT COUNT(*) FROM stock_hold WHERE state <> 'HELD'",
                        """
                    SELECT CONCAT(h.hold_id, ' ', h.state, ' held ', h.held, ' sold ', h.sold, ' short ', h.missed)
                    FROM (SELECT o.hold_id, o.state,
                            COALESCE((SELECT SUM(l.quantity) FROM stock_hold_line l WHERE l.hold_id = o.hold_id), 0)
                                AS held,
                            COALESCE((SELECT -SUM(m.delta) FROM stock_movement m
                                WHERE m.document_type = 'SALE' AND m.document_id = CAST(o.hold_id AS CHAR)), 0) AS sold,
                            COALESCE((SELECT SUM(s.wanted - s.taken) FROM stock_shortage s
                                WHERE s.order_id = o.hold_id), 0) AS missed
                          FROM stock_hold o) h
                    WHERE (h.state = 'CONFIRMED' AND h.sold + h.missed < h.held)
                       OR (h.state <> 'CONFIRMED' AND h.sold + h.missed <> 0)
                    """),
                new Invariant(
                        "I10 what left one store arrived in another, is in transit or is recorded as missing",
                        "transfer and SKU",
                        "SELECT COUNT(*) FROM stock_transfer_line",
                        """
                    SELECT CONCAT(x.id, ':', x.sku_id, ' shipped ', x.shipped, ' out ', x.went, ' in ', x.came)
                    FROM (SELECT t.id, l.sku_id, l.shipped, l.received, t.state,
                            COALESCE((SELECT -SUM(m.delta) FROM stock_movement m
                                WHERE m.document_type = 'TRANSFER_OUT' AND m.document_id = CAST(t.id AS CHAR)
                                  AND m.store_id = t.from_store_id AND m.sku_id = l.sku_id), 0) AS went,
                            COALESCE((SELECT SUM(m.delta) FROM stock_movement m
                                WHERE m.document_type = 'TRANSFER_IN' AND m.document_id = CAST(t.id AS CHAR)
                                  AND m.store_id = t.to_store_id AND m.sku_id = l.sku_id), 0) AS came
                          FROM stock_transfer t JOIN stock_transfer_line l ON l.transfer_id = t.id) x
                    WHERE x.went <> x.shipped OR x.came <> COALESCE(x.received, 0)
                       OR (x.state = 'RECEIVED') <> (x.received IS NOT NULL)
                    """));
    }

    @Bean
    BookLedger liveHoldsLedger() {
        return new BookLedger(
                "live-holds",
                "SELECT hold_id AS id, 1 AS value FROM stock_hold WHERE state = 'HELD' AND created_at < :cut");
    }

    @Bean
    BookLedger piecesSoldLedger() {
        return new BookLedger("pieces-sold", """
                SELECT u.id, SUM(u.value) AS value FROM (
                    SELECT document_id AS id, -delta AS value FROM stock_movement WHERE document_type = 'SALE' AND moved_at < :cut
                    UNION ALL
                    SELECT CAST(order_id AS CHAR), wanted - taken FROM stock_shortage WHERE noticed_at < :cut) u
                GROUP BY u.id
                """);
    }
}
