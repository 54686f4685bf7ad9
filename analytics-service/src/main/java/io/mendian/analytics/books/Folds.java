package io.mendian.analytics.books;

import io.mendian.analytics.facts.FoldSql;
import io.mendian.analytics.facts.Measure;
import io.mendian.runtime.books.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The invariants of the facts and their sums, each one statement that names the rows which break it. */
final class Folds {

    private static final List<String> TENDER = List.of("payments", "paid_minor", "repayments", "repaid_minor");
    private static final List<String> PRODUCT =
            Measure.OF_PRODUCTS.stream().map(Measure::column).toList();
    private static final List<String> SALES =
            List.of(Measure.values()).stream().map(Measure::column).toList();
    private static final List<String> MEMBER =
            Measure.OF_MEMBERS.stream().map(Measure::column).toList();

    static final List<Invariant> ALL = List.of(
            new Invariant(
                    "I21 sums by store, day and hour = fold of sales and refunds",
                    "store, day, hour",
                    "SELECT COUNT(*) FROM agg_sales",
                    difference(List.of("store_id", "business_date", "hour_of_day"), SALES, "agg_sales", FoldSql.SALES)),
            new Invariant(
                    "I21 sums by store, day and product = fold of lines",
                    "store, day, product",
                    "SELECT COUNT(*) FROM agg_product",
                    difference(List.of("store_id", "business_date", "sku_id"), PRODUCT, "agg_product", "fact_line")),
            new Invariant(
                    "I21 sums by store, day and tender = fold of tenders",
                    "store, day, tender",
                    "SELECT COUNT(*) FROM agg_tender",
                    difference(
                            List.of("store_id", "business_date", "tender_kind"), TENDER, "agg_tender", "fact_tender")),
            new Invariant(
                    "I21 sums by member = fold of sales and refunds",
                    "member",
                    "SELECT COUNT(*) FROM agg_member",
                    difference(
                            List.of("member_key"),
                            MEMBER,
                            "agg_member",
                            FoldSql.SALES + " WHERE member_key IS NOT NULL")),
            new Invariant(
                    "I21 first and last purchase and returned orders = fold of sales and refunds",
                    "member",
                    "SELECT COUNT(*) FROM agg_member",
                    """
                    SELECT CONCAT('member ', a.member_key) FROM agg_member a
                    LEFT JOIN (SELECT member_key, SUM(NOT kept) AS returned_orders,
                                      MIN(IF(kept, business_date, NULL)) AS first_date,
                                      MAX(IF(kept, business_date, NULL)) AS last_date
                               FROM (SELECT o.member_key, o.business_date, NOT EXISTS (
                                             SELECT 1 FROM fact_refund r
                                             WHERE r.order_id = o.order_id AND r.whole_order) AS kept
                                     FROM fact_order o WHERE o.orders = 1) each_order
                               GROUP BY member_key) f ON f.member_key = a.member_key
                    WHERE NOT (a.first_date <=> f.first_date AND a.last_date <=> f.last_date
                               AND a.returned_orders = COALESCE(f.returned_orders, 0))
                    """),
            new Invariant(
                    "A20 sales, fees and recharges = money received and what was consumed by its tenders",
                    "order",
                    "SELECT COUNT(*) FROM fact_order",
                    """
                    SELECT CONCAT('order ', order_id) FROM fact_order
                    WHERE sales_minor + fees_minor + recharge_minor
                          <> received_minor + stored_minor + gift_card_minor + card_use_minor + exchanged_minor
                    UNION ALL
                    SELECT CONCAT('refund ', refund_id) FROM fact_refund
                    WHERE refunds_minor + fees_back_minor + recharge_back_minor
                          <> paid_back_minor + stored_back_minor + gift_card_back_minor + card_use_back_minor
                             + exchanged_back_minor + credited_minor
                    """),
            new Invariant(
                    "I4 refunds of an order are no more than the order",
                    "order with refunds",
                    "SELECT COUNT(DISTINCT order_id) FROM fact_refund",
                    """
                    SELECT CONCAT('order ', r.order_id)
                    FROM (SELECT order_id, SUM(refunds_minor + fees_back_minor + recharge_back_minor) AS back,
                                 SUM(returned_pieces) AS pieces FROM fact_refund GROUP BY order_id) r
                    LEFT JOIN fact_order o ON o.order_id = r.order_id
                    WHERE o.order_id IS NULL OR r.back > o.sales_minor + o.fees_minor + o.recharge_minor OR r.pieces > o.pieces
                    """),
            new Invariant(
                    "Closed days of order-service = sales less refunds here",
                    "closed day",
                    "SELECT COUNT(*) FROM fact_day_closed",
                    """
                    SELECT CONCAT('store ', store_id, ' ', business_date)
                    FROM (SELECT store_id, business_date, 1 AS closed, sales_minor - refunds_minor AS net
                          FROM fact_day_closed
                          UNION ALL
                          SELECT store_id, business_date, 0, -sales_minor FROM fact_order
                          WHERE NOT history
                          UNION ALL
                          SELECT store_id, business_date, 0, refunds_minor FROM fact_refund) t
                    GROUP BY store_id, business_date HAVING SUM(closed) = 1 AND SUM(net) <> 0
                    """),
            new Invariant(
                    "Tips of closed days of order-service = tips here",
                    "closed day",
                    "SELECT COUNT(*) FROM fact_day_closed WHERE tips_minor IS NOT NULL",
                    """
                    SELECT CONCAT('store ', d.store_id, ' ', d.business_date) FROM fact_day_closed d
                    WHERE d.tips_minor <> COALESCE((SELECT SUM(t.amount_minor) FROM fact_tip t
                        WHERE t.store_id = d.store_id AND t.business_date = d.business_date), 0)
                    """),
            new Invariant(
                    "I21 how far goods have come = fold of their steps",
                    "order",
                    "SELECT COUNT(*) FROM agg_fulfilment",
                    """
                    SELECT CONCAT('order ', a.order_id) FROM agg_fulfilment a
                    LEFT JOIN fact_fulfilment f ON f.order_id = a.order_id AND f.to_status = a.status
                    WHERE f.step IS NULL OR f.step <> a.step OR EXISTS (
                        SELECT 1 FROM fact_fulfilment l WHERE l.order_id = a.order_id AND l.step > a.step)
                    """));

    private Folds() {}

    /** The keys whose sums differ between two tables. */
    private static String difference(List<String> keys, List<String> sums, String left, String right) {
        List<String> minus = new ArrayList<>();
        sums.forEach(sum -> minus.add("-" + sum));
        String by = String.join(", ", keys);
        return "SELECT CONCAT_WS(' ', " + by + ") FROM (SELECT " + by + ", " + String.join(", ", sums) + " FROM " + left
                + " UNION ALL SELECT " + by + ", " + String.join(", ", minus) + " FROM " + right
                + ") both_sides GROUP BY "
                + by + " HAVING "
                + sums.stream().map(sum -> "SUM(" + sum + ") <> 0").collect(Collectors.joining(" OR "));
    }
}
