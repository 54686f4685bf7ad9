package io.mendian.order.books;

import io.mendian.runtime.books.Invariant;
import java.util.List;

/** The invariants of pre-sales and their deposits. */
final class PresaleInvariants {

    private PresaleInvariants() {}

    static final List<Invariant> ALL = List.of(
            new Invariant(
                    "X12 a deposit is a debt exactly while its order waits for the balance",
                    "pre-sale order",
                    "SELECT COUNT(*) FROM presale_order",
                    """
                    SELECT CONCAT(b.id, ' ', MAX(b.status), ' owes ', SUM(b.owed), ' ledger ', SUM(b.booked))
                    FROM (SELECT o.id, o.status, CASE WHEN o.status = 'PENDING_PAYMENT' THEN o.covered_minor ELSE 0 END AS owed,
                                 0 AS booked
                          FROM presale_order p JOIN sales_order o ON o.id = p.order_id
                          UNION ALL
                          SELECT order_id, '', 0, amount_minor FROM presale_entry) b
                    GROUP BY b.id
                    HAVING SUM(b.owed) <> SUM(b.booked)
                    """),
            new Invariant(
                    "X12 what is kept of an order is what its ledger kept",
                    "order",
                    "SELECT COUNT(*) FROM presale_entry WHERE kind = 'KEPT'",
                    """
                    SELECT CONCAT(b.id, ' kept ', SUM(b.kept), ' ledger ', SUM(b.booked))
                    FROM (SELECT id, kept_minor AS kept, 0 AS booked FROM sales_order WHERE kept_minor <> 0
                          UNION ALL
                          SELECT order_id, 0, -amount_minor FROM presale_entry WHERE kind = 'KEPT') b
                    GROUP BY b.id
                    HAVING SUM(b.kept) <> SUM(b.booked)
                    """),
            new Invariant(
                    "X12 the pieces of an offer are those of its orders",
                    "pre-sale offer",
                    "SELECT COUNT(*) FROM presale_offer",
                    """
                    SELECT CONCAT(b.id, ' taken ', SUM(b.taken), ' orders ', SUM(b.ordered))
                    FROM (SELECT id, taken, 0 AS ordered FROM presale_offer
                          UNION ALL
                          SELECT p.offer_id, 0, p.pieces FROM presale_order p JOIN sales_order o ON o.id = p.order_id
                          WHERE o.status <> 'CANCELLED') b
                    GROUP BY b.id
                    HAVING SUM(b.taken) <> SUM(b.ordered)
                    """));
}
