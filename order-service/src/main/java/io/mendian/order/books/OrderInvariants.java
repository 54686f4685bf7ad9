package io.mendian.order.books;

import io.mendian.runtime.books.Invariant;
import java.util.List;

/** The invariants; :placing and :paying are the instants before which a process must have come to its end. */
final class OrderInvariants {

    private static final String ORDERS = "SELECT COUNT(*) FROM sales_order";
    private static final String PAID = "('PAID', 'PARTLY_REFUNDED', 'REFUNDED')";

    private OrderInvariants() {}

    static final List<Invariant> ALL = List.of(
            new Invariant(
                    "I3 list - discount + fees + rounding = payable = sum of the lines + fees", "order", ORDERS, """
                    SELECT CONCAT(b.id, ' list ', SUM(b.list), ' lines ', SUM(b.lines_list), ' payable ', SUM(b.payable),
                                  ' lines ', SUM(b.lines_net), ' fees ', SUM(b.fees), ' points ', SUM(b.points))
                    FROM (SELECT id, list_minor AS list, payable_minor AS payable, discount_minor AS discount,
                                 fees_minor AS fees, rounding_minor AS rounding, points_used AS points,
                                 0 AS lines_list, 0 AS lines_net, 0 AS lines_points FROM sales_order
                          UNION ALL
                          SELECT order_id, 0, 0, 0, 0, 0, 0, list_minor, net_minor, exchange_points FROM order_line) b
                    GROUP BY b.id
                    HAVING SUM(b.list) <> SUM(b.lines_list) OR SUM(b.payable) <> SUM(b.lines_net) + SUM(b.fees)
                        OR SUM(b.list) - SUM(b.discount) + SUM(b.fees) + SUM(b.rounding) <> SUM(b.payable)
                        OR SUM(b.points) < SUM(b.lines_points)
                    """),
            new Invariant(
                    "I5 a line paid by a card has one use as its tender, and no other",
                    "line",
                    "SELECT COUNT(*) FROM order_line WHERE by_card = TRUE",
                    """
                    SELECT CONCAT(b.order_id, '/', b.line_no, ' owes ', SUM(b.owed), ' used ', SUM(b.used))
                    FROM (SELECT l.order_id, CAST(l.line_no AS CHAR) AS line_no, l.net_minor AS owed, 0 AS used
                          FROM order_line l JOIN sales_order o ON o.id = l.order_id
                          WHERE l.by_card = TRUE AND o.status <> 'PLACING'
                            AND NOT (o.status = 'CANCELLED' AND o.reason = 'FAILED')
                          UNION ALL
                          SELECT order_id, reference, 0, amount_minor FROM order_tender WHERE kind = 'CARD_USE') b
                    GROUP BY b.order_id, b.line_no
                    HAVING SUM(b.owed) <> SUM(b.used)
                    """),
            new Invariant(
                    "Points goods: the pieces a member has are those of his orders, within the limit",
                    "member and offer",
                    "SELECT COUNT(*) FROM exchange_taken",
                    """
                    SELECT CONCAT(b.offer_id, '/', b.member_key, ' has ', SUM(b.taken), ' orders ', SUM(b.used))
                    FROM (SELECT t.offer_id, t.member_key, t.pieces AS taken, 0 AS used, COALESCE(o.limit_per_member, t.pieces)
                                 AS most
                          FROM exchange_taken t JOIN exchange_offer o ON o.id = t.offer_id
                          UNION ALL
                          SELECT offer_id, member_key, 0, pieces, 0 FROM exchange_use WHERE given_back = FALSE) b
                    GROUP BY b.offer_id, b.member_key
                    HAVING SUM(b.taken) <> SUM(b.used) OR SUM(b.taken) > SUM(b.most)
                    """),
            new Invariant(
                    "Group-buys: all of an order whose group failed goes back, and its money can by itself",
                    "order",
                    "SELECT COUNT(*) FROM sales_order WHERE group_state IS NOT NULL",
                    """
                    SELECT CONCAT(l.order_id, '/', l.line_no) FROM sales_order o JOIN order_line l ON l.order_id = o.id
                    WHERE o.group_state = 'FAILED' AND l.refunded_quantity < l.quantity
                    UNION ALL
                    SELECT CONCAT(t.order_id, ' ', t.kind) FROM sales_order o JOIN order_tender t ON t.order_id = o.id
                    WHERE o.group_state IS NOT NULL AND t.kind NOT IN ('WECHAT_PAY', 'STORED_VALUE', 'GIFT_CARD')
                    """),
            new Invariant(
                    "I4 refunded <= paid, and equals the refunds asked for",
                    "tender",
                    "SELECT COUNT(*) FROM order_tender",
                    """
                    SELECT CONCAT(b.order_id, '/', b.tender_no, ' refunded ', SUM(b.refunded), ' asked for ', SUM(b.asked))
                    FROM (SELECT order_id, tender_no, amount_minor AS amount, refunded_minor AS refunded, 0 AS asked
                          FROM order_tender
                          UNION ALL
                          SELECT r.order_id, p.tender_no, 0, 0, p.amount_minor FROM refund_part p
                          JOIN refund r ON r.id = p.refund_id WHERE r.kind <> 'SURPLUS'
                            AND r.status NOT IN ('REJECTED', 'WITHDRAWN')) b
                    GROUP BY b.order_id, b.tender_no
                    HAVING SUM(b.refunded) <> SUM(b.asked) OR SUM(b.refunded) > SUM(b.amount)
                    """),
            new Invariant("I4 refunded of an order = its lines = its refunds", "order", ORDERS, """
                    SELECT CONCAT(b.id, ' refunded ', SUM(b.refunded), ' lines ', SUM(b.on_lines), ' refunds ', SUM(b.asked),
                                  ' done ', SUM(b.done), ' of ', SUM(b.really_done))
                    FROM (SELECT id, refunded_minor AS refunded, refunded_done_minor AS done, 0 AS on_lines, 0 AS asked,
                                 0 AS really_done FROM sales_order
                          UNION ALL
                          SELECT order_id, 0, 0, refunded_minor, 0, 0 FROM order_line
                          UNION ALL
                          SELECT order_id, 0, 0, fees_minor, 0, 0 FROM refund
                          WHERE kind <> 'SURPLUS' AND status NOT IN ('REJECTED', 'WITHDRAWN')
                          UNION ALL
                          SELECT order_id, 0, 0, 0, CASE WHEN status IN ('REJECTED', 'WITHDRAWN') THEN 0 ELSE amount_minor END,
                                 CASE WHEN status = 'DONE' THEN amount_minor ELSE 0 END
                          FROM refund WHERE kind <> 'SURPLUS') b
                    GROUP BY b.id
                    HAVING SUM(b.refunded) <> SUM(b.on_lines) OR SUM(b.refunded) <> SUM(b.asked)
                        OR SUM(b.done) <> SUM(b.really_done)
                    """),
            new Invariant("I5 a paid order is covered by its tenders, once", "order", ORDERS, """
                    SELECT CONCAT(b.id, ' ', MAX(b.status), ' covered ', SUM(b.covered), ' tenders ', SUM(b.tendered),
                                  ' payable ', SUM(b.payable))
                    FROM (SELECT id, status, payable_minor AS payable, covered_minor AS covered, 0 AS tendered
                          FROM sales_order
                          UNION ALL
                          SELECT order_id, '', 0, 0, amount_minor FROM order_tender) b
                    GROUP BY b.id
                    HAVING SUM(b.covered) <> SUM(b.tendered)
                        OR (MAX(b.status) IN %s AND SUM(b.covered) <> SUM(b.payable))
                    """.formatted(PAID)),
            new Invariant(
                    "I5 money by WeChat Pay covers its order or goes back",
                    "WeChat payment",
                    "SELECT COUNT(*) FROM wechat_payment",
                    """
                    SELECT CONCAT(p.id, ' ', p.status, ' ', p.amount_minor)
                    FROM wechat_payment p
                    LEFT JOIN order_tender t ON t.order_id = p.order_id AND t.kind = 'WECHAT_PAY'
                         AND t.reference = p.out_trade_no AND t.amount_minor = p.amount_minor
                    LEFT JOIN sales_order o ON o.id = p.order_id
                    WHERE (p.status = 'CAPTURED') <> (t.order_id IS NOT NULL AND NOT (o.status = 'CANCELLED' AND o.kept_minor = 0))
                       OR (p.status = 'SURPLUS' AND p.paid_at < :placing
                           AND NOT EXISTS (SELECT 1 FROM refund_part r WHERE r.payment_id = p.id))
                    """),
            new Invariant(
                    "I9 an order that has ended has no open payment",
                    "WeChat payment",
                    "SELECT COUNT(*) FROM wechat_payment",
                    """
                    SELECT CONCAT(p.id, ' ', p.status, ' of order ', o.id, ' ', o.status)
                    FROM wechat_payment p JOIN sales_order o ON o.id = p.order_id
                    WHERE p.status IN ('CREATED', 'OPEN', 'REVERSING') AND o.status <> 'PENDING_PAYMENT' AND p.expires_at < :paying
                    """),
            new Invariant("I23 every order comes to its end", "order", ORDERS, """
                    SELECT CONCAT(id, ' ', status, ' since ', CAST(placed_at AS CHAR))
                    FROM sales_order
                    WHERE (status = 'PLACING' AND placed_at < :placing)
                       OR (status = 'PENDING_PAYMENT' AND pay_until < :paying)
                    """),
            new Invariant(
                    "I4 of a WeChat payment goes back what its refunds say, at most what came in",
                    "WeChat payment",
                    "SELECT COUNT(*) FROM wechat_payment",
                    """
                    SELECT CONCAT(b.reference, ' of ', SUM(b.paid), ' refunded ', SUM(b.refunded), ' asked for ', SUM(b.asked))
                    FROM (SELECT out_trade_no AS reference, amount_minor AS paid, refunded_minor AS refunded, 0 AS asked
                          FROM wechat_payment
                          UNION ALL
                          SELECT p.reference, 0, 0, p.amount_minor FROM refund_part p JOIN refund r ON r.id = p.refund_id
                          WHERE p.kind = 'WECHAT_PAY' AND p.way IS NULL
                            AND r.status IN ('EXCHANGING', 'REFUNDING', 'FAILED', 'DONE')) b
                    GROUP BY b.reference
                    HAVING SUM(b.refunded) <> SUM(b.asked) OR SUM(b.refunded) > SUM(b.paid)
                    """),
            new Invariant(
                    "I4 a refund is the sum of its parts, and of its lines and fees",
                    "refund",
                    "SELECT COUNT(*) FROM refund",
                    """
                    SELECT CONCAT(b.id, ' amount ', SUM(b.amount), ' parts ', SUM(b.parts), ' lines and fees ', SUM(b.line_sum))
                    FROM (SELECT id, amount_minor AS amount, 0 AS parts,
                                 CASE WHEN kind = 'SURPLUS' THEN amount_minor ELSE fees_minor END AS line_sum FROM refund
                          UNION ALL
                          SELECT refund_id, 0, amount_minor, 0 FROM refund_part
                          UNION ALL
                          SELECT refund_id, 0, 0, net_minor FROM refund_line) b
                    GROUP BY b.id
                    HAVING SUM(b.amount) <> SUM(b.parts) OR SUM(b.amount) <> SUM(b.line_sum)
                    """),
            new Invariant(
                    "I5 money carried into a new order goes back from there",
                    "exchange",
                    "SELECT COUNT(*) FROM return_exchange",
                    """
                    SELECT CONCAT(x.id, ' ', x.status, ' carried ', x.carried_minor)
                    FROM return_exchange x
                    WHERE (x.status = 'DONE' AND (
                            x.carried_minor <> (SELECT COALESCE(SUM(c.amount_minor), 0) FROM return_exchange_carry c
                                                WHERE c.exchange_id = x.id)
                         OR x.carried_minor <> (SELECT COALESCE(SUM(t.amount_minor), 0) FROM order_tender t
                                                WHERE t.order_id = x.new_order_id AND t.kind = 'EXCHANGE')
                         OR NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.id = x.new_order_id
                                        AND o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED'))
                         OR NOT EXISTS (SELECT 1 FROM refund r WHERE r.id = x.refund_id
                                        AND r.status IN ('REFUNDING', 'FAILED', 'DONE'))))
                       OR (x.status = 'CANCELLED' AND (
                            EXISTS (SELECT 1 FROM sales_order o WHERE o.id = x.new_order_id
                                    AND o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED'))
                         OR EXISTS (SELECT 1 FROM refund r WHERE r.id = x.refund_id AND r.status <> 'REJECTED')))
                    """),
            new Invariant("I23 a refund whose money is back is done", "refund", "SELECT COUNT(*) FROM refund", """
                    SELECT CONCAT(r.id, ' ', r.status) FROM refund r
                    WHERE (r.status = 'DONE') <> (r.status IN ('REFUNDING', 'FAILED', 'DONE') AND NOT EXISTS (
                              SELECT 1 FROM refund_part p WHERE p.refund_id = r.id AND p.status <> 'DONE'))
                      AND r.created_at < :placing
                    """),
            new Invariant("P2 each change of an order was told once", "order", ORDERS, """
                    SELECT CONCAT(o.id, ' ', o.status, ' told ', COALESCE(s.last_seq, 0), ' times')
                    FROM sales_order o
                    LEFT JOIN outbox_sequence s ON s.topic = 'mendian.order' AND s.msg_key = CAST(o.id AS CHAR)
                    LEFT JOIN (SELECT order_id, COUNT(*) AS refunds FROM refund
                               WHERE kind <> 'SURPLUS' AND status = 'DONE' GROUP BY order_id) r ON r.order_id = o.id
                    LEFT JOIN (SELECT order_id, COUNT(*) AS moves FROM fulfilment_move GROUP BY order_id) m ON m.order_id = o.id
                    LEFT JOIN (SELECT order_id, COUNT(*) AS tips FROM order_tip GROUP BY order_id) t ON t.order_id = o.id
                    LEFT JOIN (SELECT order_id, COUNT(*) AS deposits FROM presale_entry GROUP BY order_id) d ON d.order_id = o.id
                    WHERE COALESCE(s.last_seq, 0) <> COALESCE(d.deposits, 0) + CASE
                              WHEN o.status = 'PLACING' THEN 0
                              WHEN o.status = 'PENDING_PAYMENT' OR (o.status = 'CANCELLED' AND o.reason = 'FAILED') THEN 1
                              ELSE 2 + COALESCE(r.refunds, 0) + COALESCE(m.moves, 0) + COALESCE(t.tips, 0) END
                    """),
            new Invariant(
                    "A counted drawer = the ledger of its shift", "shift", "SELECT COUNT(*) FROM till_shift", """
                    SELECT CONCAT(b.id, ' ', MAX(b.status), ' expected ', SUM(b.expected), ' ledger ', SUM(b.ledger))
                    FROM (SELECT id, status, COALESCE(expected_minor, 0) AS expected, 0 AS ledger FROM till_shift
                          UNION ALL
                          SELECT shift_id, '', 0, amount_minor FROM shift_entry WHERE tender_kind = 'CASH') b
                    GROUP BY b.id
                    HAVING MAX(b.status) <> 'OPEN' AND SUM(b.expected) <> SUM(b.ledger)
                    """),
            new Invariant(
                    "What a shift received is what its orders say",
                    "shift entry",
                    "SELECT COUNT(*) FROM shift_entry",
                    """
                    SELECT CONCAT(e.id, ' ', e.cause_id, ' ', e.amount_minor)
                    FROM shift_entry e
                    LEFT JOIN order_tender t ON t.order_id = e.order_id
                         AND e.cause_id = CONCAT(t.order_id, '/', t.tender_no)
                    WHERE e.cause_type = 'TENDER' AND (t.order_id IS NULL OR t.amount_minor <> e.amount_minor)
                    """),
            new Invariant(
                    "Z reports have no gaps and stand as they were made",
                    "Z report",
                    "SELECT COUNT(*) FROM z_report",
                    """
                    SELECT CONCAT('till ', t.id, ' at ', t.z_number, ' has ', COUNT(z.z_number)) FROM till t
                    LEFT JOIN z_report z ON z.till_id = t.id
                    GROUP BY t.id, t.z_number
                    HAVING t.z_number <> COUNT(z.z_number) OR t.z_number <> COALESCE(MAX(z.z_number), 0)
                    UNION ALL
                    SELECT CONCAT('till ', z.till_id, ' Z', z.z_number) FROM z_report z
                    LEFT JOIN z_report p ON p.till_id = z.till_id AND p.z_number = z.z_number - 1
                    WHERE z.hash <> SHA2(CONCAT(z.previous_hash, z.report), 256)
                       OR z.previous_hash <> COALESCE(p.hash, REPEAT('0', 64))
                    """),
            new Invariant(
                    "A closed day is what its orders and refunds say",
                    "closed day",
                    "SELECT COUNT(*) FROM day_close",
                    """
                    SELECT CONCAT(b.store_id, ' ', b.business_date, ' closed ', SUM(b.closed), ' is ', SUM(b.really))
                    FROM (SELECT store_id, business_date, sales_minor - refunds_minor AS closed, 0 AS really, 1 AS days
                          FROM day_close
                          UNION ALL
                          SELECT o.store_id, o.business_date, 0, l.net_minor, 0 FROM sales_order o
                          JOIN order_line l ON l.order_id = o.id
                          WHERE o.status IN %s AND l.kind <> 'RECHARGE'
                          UNION ALL
                          SELECT r.store_id, r.business_date, 0, -b.net_minor, 0 FROM refund r
                          JOIN refund_line b ON b.refund_id = r.id
                          JOIN order_line l ON l.order_id = r.order_id AND l.line_no = b.line_no
                          WHERE r.kind <> 'SURPLUS' AND r.status = 'DONE' AND l.kind <> 'RECHARGE') b
                    GROUP BY b.store_id, b.business_date
                    HAVING SUM(b.days) = 1 AND SUM(b.closed) <> SUM(b.really)
                    """.formatted(PAID)));
}
