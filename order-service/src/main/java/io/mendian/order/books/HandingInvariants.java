package io.mendian.order.books;

import io.mendian.runtime.books.Invariant;
import java.util.List;

/** The invariants of handing goods over and of tips. */
final class HandingInvariants {

    private HandingInvariants() {}

    static final List<Invariant> ALL = List.of(
            new Invariant(
                    "O02 how far an order has come fits how it is paid",
                    "order",
                    "SELECT COUNT(*) FROM sales_order",
                    """
                    SELECT CONCAT(o.id, ' ', o.status, ' ', o.handing, ' ', o.fulfilment)
                    FROM sales_order o
                    WHERE NOT ((o.status IN ('PLACING', 'PENDING_PAYMENT') AND o.fulfilment = 'WAITING')
                            OR (o.status = 'CANCELLED' AND o.fulfilment = 'ENDED')
                            OR (o.status = 'REFUNDED' AND o.fulfilment IN ('DONE', 'ENDED'))
                            OR (o.status IN ('PAID', 'PARTLY_REFUNDED') AND o.fulfilment NOT IN ('WAITING', 'ENDED')))
                    """),
            new Invariant(
                    "O02 an order that is fetched or sent is where its last step says",
                    "order",
                    "SELECT COUNT(*) FROM order_delivery",
                    """
                    SELECT CONCAT(o.id, ' ', o.fulfilment, ' last step ', COALESCE(l.to_status, 'none'))
                    FROM order_delivery d JOIN sales_order o ON o.id = d.order_id
                    LEFT JOIN (SELECT m.order_id, m.to_status FROM fulfilment_move m
                               LEFT JOIN fulfilment_move n ON n.order_id = m.order_id AND n.from_status = m.to_status
                               WHERE n.id IS NULL) l ON l.order_id = o.id
                    WHERE (o.fulfilment NOT IN ('WAITING', 'ENDED') AND COALESCE(l.to_status, '') <> o.fulfilment)
                       OR (o.fulfilment = 'WAITING' AND l.to_status IS NOT NULL)
                       OR (o.fulfilment = 'SHIPPED' AND d.receive_by IS NULL)
                       OR (o.fulfilment = 'TO_SHIP' AND d.recipient IS NULL)
                    """),
            new Invariant(
                    "X20 the tips of an order are its ledger's sum", "order", "SELECT COUNT(*) FROM order_tip", """
                    SELECT CONCAT(b.id, ' has ', SUM(b.has), ' ledger ', SUM(b.booked))
                    FROM (SELECT id, tip_minor AS has, 0 AS booked FROM sales_order WHERE tip_minor <> 0
                          UNION ALL
                          SELECT order_id, 0, amount_minor FROM order_tip) b
                    GROUP BY b.id
                    HAVING SUM(b.has) <> SUM(b.booked)
                    """),
            new Invariant(
                    "X20 a tip in a shift is one of the ledger",
                    "shift entry",
                    "SELECT COUNT(*) FROM shift_entry WHERE cause_type = 'TIP'",
                    """
                    SELECT CONCAT(e.id, ' tip ', e.cause_id, ' ', e.amount_minor)
                    FROM shift_entry e
                    LEFT JOIN order_tip t ON e.cause_id = CAST(t.id AS CHAR) AND t.order_id = e.order_id
                    WHERE e.cause_type = 'TIP'
                      AND (t.id IS NULL OR t.amount_minor <> e.amount_minor OR t.kind <> e.tender_kind)
                    """));
}
