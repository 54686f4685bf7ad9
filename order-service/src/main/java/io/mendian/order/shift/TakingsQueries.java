package io.mendian.order.shift;

import io.mendian.kernel.Split;
import io.mendian.kernel.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the money figures of a day or a shift from orders, their tenders, and the refunds that were done. */
@Component
public class TakingsQueries {

    private static final String ORDERS_OF_DAY = """
            sales_order o WHERE o.store_id = :store AND o.business_date = :date
            AND o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')""";
    private static final String REFUNDS_OF_DAY = """
            refund r WHERE r.store_id = :store AND r.business_date = :date AND r.kind <> 'SURPLUS' AND r.status = 'DONE'""";
    private static final String ORDERS_OF_SHIFT = """
            sales_order o JOIN shift_entry e ON e.order_id = o.id AND e.kind = 'SALE' WHERE e.shift_id = :shift""";
    private static final String REFUNDS_OF_SHIFT = """
            refund r JOIN shift_entry e ON e.refund_id = r.id AND e.kind = 'RETURN'
            WHERE e.shift_id = :shift""";

    private final JdbcClient jdbc;

    TakingsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Scope(String orders, String refunds, Map<String, Object> values) {}

    /** A business day of a store: its orders by the day they were paid, its refunds by the day they were done. */
    public Takings ofDay(StoreId store, LocalDate date) {
        return add(new Scope(ORDERS_OF_DAY, REFUNDS_OF_DAY, Map.of("store", store.value(), "date", date)));
    }

    /** Deposits of pre-sales on a business day, and what is owed of them at its end. */
    public DepositTotals depositsOfDay(StoreId store, LocalDate date) {
        return DepositTotals.ofDay(jdbc, store, date);
    }

    Takings ofShift(long shift) {
        return add(new Scope(ORDERS_OF_SHIFT, REFUNDS_OF_SHIFT, Map.of("shift", shift)));
    }

    private Takings add(Scope scope) {
        Map<String, Long> sold = sums(scope, """
                SELECT 'orders', COUNT(*) FROM %1$s
                UNION ALL SELECT 'list', SUM(l.list_minor) FROM order_line l JOIN (SELECT o.id FROM %1$s) p ON p.id = l.order_id
                    WHERE l.kind <> 'RECHARGE'
                UNION ALL SELECT 'sales', SUM(l.net_minor) FROM order_line l JOIN (SELECT o.id FROM %1$s) p ON p.id = l.order_id
                    WHERE l.kind <> 'RECHARGE'
                UNION ALL SELECT 'cards', SUM(l.net_minor) FROM order_line l JOIN (SELECT o.id FROM %1$s) p ON p.id = l.order_id
                    WHERE l.kind = 'CARD'
                UNION ALL SELECT 'recharge', SUM(l.net_minor) FROM order_line l JOIN (SELECT o.id FROM %1$s) p ON p.id = l.order_id
                    WHERE l.kind = 'RECHARGE'
                UNION ALL SELECT 'fees', SUM(o.fees_minor) FROM %1$s
                UNION ALL SELECT 'points', SUM(l.points_minor) FROM order_line l JOIN (SELECT o.id FROM %1$s) p ON p.id = l.order_id
                """.formatted(scope.orders));
        Map<String, Long> back = sums(scope, """
                SELECT 'refunds', COUNT(*) FROM %1$s
                UNION ALL SELECT 'fees', SUM(r.fees_minor) FROM %1$s
                UNION ALL SELECT CASE l.kind WHEN 'RECHARGE' THEN 'recharge' WHEN 'CARD' THEN 'cards' ELSE 'other' END,
                    SUM(b.net_minor)
                    FROM refund_line b JOIN (SELECT r.id, r.order_id FROM %1$s) p ON p.id = b.refund_id
                    JOIN order_line l ON l.order_id = p.order_id AND l.line_no = b.line_no
                    GROUP BY 1
                """.formatted(scope.refunds));
        Map<String, Long> in = sums(scope, """
                SELECT t.kind, SUM(t.amount_minor) FROM order_tender t JOIN (SELECT o.id FROM %s) p ON p.id = t.order_id
                GROUP BY t.kind""".formatted(scope.orders));
        Map<String, Long> out = sums(scope, """
                SELECT CASE WHEN b.way = 'STORED_VALUE' THEN 'STORED_VALUE_CREDIT' ELSE COALESCE(b.way, b.kind) END AS how,
                    SUM(b.amount_minor)
                FROM refund_part b JOIN (SELECT r.id FROM %s) p ON p.id = b.refund_id
                GROUP BY how""".formatted(scope.refunds));
        return takings(sold, back, in, out, usesValue(scope));
    }

    /** What the card uses had cost when their cards were sold, less the uses that came back, on the running total. */
    private long usesValue(Scope scope) {
        long used = jdbc.sql("""
                        SELECT COALESCE(SUM(t.value_minor), 0) FROM order_tender t
                        JOIN (SELECT o.id FROM %s) p ON p.id = t.order_id WHERE t.kind = 'CARD_USE'
                        """.formatted(scope.orders))
                .params(scope.values)
                .query(Long.class)
                .single();
        List<Long> back = jdbc.sql("""
                        SELECT t.value_minor, t.amount_minor, b.amount_minor,
                            (SELECT COALESCE(SUM(x.amount_minor), 0) FROM refund_part x JOIN refund y ON y.id = x.refund_id
                             WHERE y.order_id = p.order_id AND x.tender_no = b.tender_no AND y.status = 'DONE'
                               AND (y.done_at < p.done_at OR (y.done_at = p.done_at AND y.id < p.id)))
                        FROM refund_part b
                        JOIN (SELECT r.id, r.order_id, r.done_at FROM %s) p ON p.id = b.refund_id
                        JOIN order_tender t ON t.order_id = p.order_id AND t.tender_no = b.tender_no
                        WHERE b.kind = 'CARD_USE' AND t.value_minor IS NOT NULL
                        """.formatted(scope.refunds))
                .params(scope.values)
                .query((row, n) -> Split.share(row.getLong(1), row.getLong(4) + row.getLong(3), row.getLong(2))
                        - Split.share(row.getLong(1), row.getLong(4), row.getLong(2)))
                .list();
        return used - back.stream().mapToLong(Long::longValue).sum();
    }

    private static Takings takings(
            Map<String, Long> sold,
            Map<String, Long> back,
            Map<String, Long> in,
            Map<String, Long> out,
            long usesValue) {
        long sales = of(sold, "sales");
        long cards = of(sold, "cards");
        long cardsBack = of(back, "cards");
        long refunds = of(back, "other") + cardsBack;
        long fees = of(sold, "fees");
        Takings.Consumed consumed = new Takings.Consumed(
                net(in, out, "STORED_VALUE"),
                net(in, out, "GIFT_CARD"),
                net(in, out, "CARD_USE"),
                usesValue,
                of(sold, "points"));
        long revenue = sales
                - cards
                - (refunds - cardsBack)
                + fees
                - of(back, "fees")
                - consumed.cardUsesMinor()
                + consumed.cardUsesValueMinor();
        return new Takings(
                of(sold, "orders"),
                of(sold, "list"),
                of(sold, "list") - sales,
                fees,
                sales,
                cards,
                of(sold, "recharge"),
                of(back, "refunds"),
                refunds,
                cardsBack,
                of(back, "recharge"),
                of(back, "fees"),
                money(in, out),
                consumed,
                net(in, out, "EXCHANGE"),
                of(out, "STORED_VALUE_CREDIT"),
                revenue,
                tenders(in, out));
    }

    private static Takings.Money money(Map<String, Long> in, Map<String, Long> out) {
        long moneyIn = of(in, "CASH") + of(in, "WECHAT_PAY") + of(in, "BOOKED");
        long back = of(out, "CASH") + of(out, "WECHAT_PAY") + of(out, "BOOKED") + of(out, "BANK");
        return new Takings.Money(of(in, "WECHAT_PAY"), of(in, "CASH"), of(in, "BOOKED"), back, moneyIn - back);
    }

    static List<Takings.TenderTotal> tenders(Map<String, Long> in, Map<String, Long> out) {
        Map<String, Long> kinds = new TreeMap<>(in);
        kinds.putAll(out);
        List<Takings.TenderTotal> totals = new ArrayList<>();
        for (String kind : kinds.keySet()) {
            totals.add(new Takings.TenderTotal(kind, of(in, kind), of(out, kind), net(in, out, kind)));
        }
        return totals;
    }

    private Map<String, Long> sums(Scope scope, String sql) {
        Map<String, Long> sums = new TreeMap<>();
        jdbc.sql(sql).params(scope.values).query(row -> {
            sums.merge(row.getString(1), row.getLong(2), Math::addExact);
        });
        return sums;
    }

    private static long net(Map<String, Long> in, Map<String, Long> out, String kind) {
        return of(in, kind) - of(out, kind);
    }

    private static long of(Map<String, Long> sums, String name) {
        return sums.getOrDefault(name, 0L);
    }
}
