package io.mendian.member.history;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.kernel.MemberKey;
import io.mendian.member.level.OrderProgress;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The consumption record: one PURCHASE row per paid order, one CORRECTION row with negative figures per refund. The row is
 * also the gate: an order or refund that has its row has had its effect.
 */
@Repository
class ConsumptionRecords {

    private static final int MOST_LINES = 50;
    private static final String INSERT = """
            INSERT INTO consumption_record (member_key, kind, reference, order_id, order_no, store_id, channel, business_date,
                happened_at, amount_minor, currency, items, item_lines, counts_order, taken_over)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ConsumptionRecords(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A recorded purchase, as far as a refund needs it. */
    record Purchase(MemberKey member, String orderNo, String channel, boolean countsOrder, boolean takenOver) {}

    /** Those of the given orders that are recorded already. */
    Set<String> recorded(Collection<String> orderIds) {
        String marks = String.join(", ", Collections.nCopies(orderIds.size(), "?"));
        return new HashSet<>(jdbc.queryForList(
                "SELECT reference FROM consumption_record WHERE kind = 'PURCHASE' AND reference IN (" + marks + ")",
                String.class,
                orderIds.toArray()));
    }

    /** The unique key refuses an order that another transaction records at this instant; that one is then tried again. */
    void addPurchases(List<MemberOrder> orders) {
        jdbc.batchUpdate(INSERT, orders.stream().map(this::purchase).toList());
    }

    private Object[] purchase(MemberOrder one) {
        OrderPaid order = one.order();
        return new Object[] {
            one.member().value(),
            "PURCHASE",
            one.orderId(),
            order.orderId().value(),
            order.orderNo(),
            order.storeId().value(),
            order.channel(),
            order.businessDate(),
            Timestamp.from(order.paidAt()),
            order.payableMinor(),
            order.currency(),
            order.lines().stream().mapToLong(OrderLine::quantity).sum(),
            lines(order.lines().stream().map(ConsumptionRecords::line).toList()),
            OrderProgress.countsAsOrder(order),
            order.history()
        };
    }

    boolean isCorrected(String refundId) {
        return !jdbc.queryForList(
                        "SELECT id FROM consumption_record WHERE kind = 'CORRECTION' AND reference = ?",
                        Long.class,
                        refundId)
                .isEmpty();
    }

    Optional<Purchase> purchase(OrderRefunded refund) {
        return jdbc
                .query(
                        """
                        SELECT member_key, order_no, channel, counts_order, taken_over FROM consumption_record
                        WHERE kind = 'PURCHASE' AND reference = ?
                        """,
                        (row, n) -> new Purchase(
                                MemberKey.of(row.getLong(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5)),
                        refund.orderId().text())
                .stream()
                .findFirst();
    }

    void addCorrection(OrderRefunded refund, Purchase purchase) {
        jdbc.update(
                INSERT,
                purchase.member().value(),
                "CORRECTION",
                refund.refundId(),
                refund.orderId().value(),
                purchase.orderNo(),
                refund.storeId().value(),
                purchase.channel(),
                refund.businessDate(),
                Timestamp.from(refund.refundedAt()),
                -refund.amountMinor(),
                refund.currency(),
                -refund.lines().stream().mapToLong(RefundLine::quantity).sum(),
                lines(refund.lines().stream()
                        .map(line -> new RecordedLine(
                                line.name(),
                                -line.quantity(),
                                -line.netMinor(),
                                line.lineId(),
                                line.skuId().text(),
                                null))
                        .toList()),
                refund.full() && purchase.countsOrder(),
                purchase.takenOver());
    }

    private static RecordedLine line(OrderLine line) {
        boolean kind = line.kind().equals("GOODS") || line.kind().equals("SERVICE");
        boolean paid = line.netMinor() > 0 || line.exchangePoints() != null;
        return new RecordedLine(
                line.name(),
                line.quantity(),
                line.netMinor(),
                line.lineId(),
                line.skuId().text(),
                kind && paid ? true : null);
    }

    private String lines(List<RecordedLine> lines) {
        return json.writeValueAsString(lines.stream().limit(MOST_LINES).toList());
    }
}
