package io.mendian.order.ordering;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of orders, their lines and their tenders. Every change of an order is made under the lock of its row. */
@Repository
class Orders {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OrderRows rows;
    private final JsonMapper json;
    private final ApplicationEventPublisher listeners;

    Orders(
            JdbcClient jdbc,
            JdbcTemplate batches,
            OrderRows rows,
            JsonMapper json,
            ApplicationEventPublisher listeners) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.json = json;
        this.listeners = listeners;
    }

    Optional<Order> find(OrderId id) {
        return read(id, "");
    }

    /** The order, locked until the transaction ends. */
    Optional<Order> lock(OrderId id) {
        return read(id, " FOR UPDATE");
    }

    /** The status of an order, which is locked until the transaction ends. */
    OrderStatus lockStatus(OrderId id) {
        return jdbc.sql("SELECT status FROM sales_order WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> OrderStatus.valueOf(row.getString(1)))
                .single();
    }

    private Optional<Order> read(OrderId id, String lock) {
        return jdbc.sql("SELECT * FROM sales_order WHERE id = ?" + lock)
                .param(id.value())
                .query(rows::order)
                .optional()
                .map(order -> new Order(
                        order.id(),
                        order.head(),
                        order.amounts(),
                        order.state(),
                        lines(id),
                        tenders(id),
                        order.campaign()));
    }

    private List<OrderedLine> lines(OrderId id) {
        return jdbc.sql("SELECT * FROM order_line WHERE order_id = ? ORDER BY line_no")
                .param(id.value())
                .query(rows::line)
                .list();
    }

    private List<PaidBy> tenders(OrderId id) {
        return jdbc.sql("SELECT * FROM order_tender WHERE order_id = ? ORDER BY tender_no")
                .param(id.value())
                .query(rows::tender)
                .list();
    }

    void insert(Order order) {
        Order.Head head = order.head();
        Order.Amounts amounts = order.amounts();
        jdbc.sql("""
                        INSERT INTO sales_order (id, order_no, store_id, member_key, channel, staff_id, status, currency,
                            list_minor, discount_minor, payable_minor, covered_minor, stored_value_minor, points_used,
                            coupons, refunded_minor, refunded_done_minor, points_returned, placed_at, pay_until,
                            promotions, pay_with, gift_cards, fees_minor, fees, rounding_minor, otherwise_minor, handing, presale)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(order.id().value())
                .param(head.no())
                .param(head.store().value())
                .param(head.member() == null ? null : head.member().value())
                .param(head.channel().name())
                .param(head.staff() == null ? null : head.staff().value())
                .param(order.status().name())
                .param(amounts.currency())
                .param(amounts.listMinor())
                .param(amounts.discountMinor())
                .param(amounts.payableMinor())
                .param(amounts.storedValueMinor())
                .param(amounts.pointsUsed())
                .param(json.writeValueAsString(head.coupons()))
                .param(Timestamp.from(head.placedAt()))
                .param(Timestamp.from(head.payUntil()))
                .param(head.promotions().isEmpty() ? null : json.writeValueAsString(head.promotions()))
                .param(payWith(head))
                .param(rows.sealed(order))
                .param(amounts.feesMinor())
                .param(amounts.fees().isEmpty() ? null : json.writeValueAsString(amounts.fees()))
                .param(amounts.roundingMinor())
                .param(amounts.otherwiseMinor())
                .param(head.handing().name())
                .param(head.presale() == null ? null : json.writeValueAsString(head.presale()))
                .update();
        batches.batchUpdate(
                """
                INSERT INTO order_line (order_id, line_no, sku_id, kind, name, category, unit, quantity, unit_list_minor,
                    list_minor, net_minor, points_minor, staff_id, card_terms, recharge_terms, explanations,
                    exchange_offer_id, exchange_points, by_card, card_id, grams, refunded_quantity, refunded_minor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                """,
                order.lines().stream().map(line -> values(order.id(), line)).toList());
    }

    private @Nullable Object[] values(OrderId id, OrderedLine line) {
        CardTerms card = line.cardTerms();
        RechargeTerms recharge = line.rechargeTerms();
        return new @Nullable Object[] {
            id.value(),
            line.no(),
            line.sku().value(),
            line.kind(),
            line.name(),
            line.category(),
            line.unit(),
            line.quantity(),
            line.unitListMinor(),
            line.listMinor(),
            line.netMinor(),
            line.pointsMinor(),
            line.staff() == null ? null : line.staff().value(),
            card == null ? null : json.writeValueAsString(card),
            recharge == null ? null : json.writeValueAsString(recharge),
            json.writeValueAsString(line.explanations()),
            line.exchangeOffer(),
            line.exchangePoints(),
            line.byCard(),
            line.cardId(),
            line.grams()
        };
    }

    private static @Nullable String payWith(Order.Head head) {
        return head.payWith().isEmpty()
                ? null
                : head.payWith().stream().map(TenderKind::name).collect(Collectors.joining(","));
    }

    /** Saves what {@code before} has become: its status, what covers it, and its new tenders. */
    void save(Order before, Order now) {
        OrderState state = now.state();
        int changed = jdbc.sql("""
                        UPDATE sales_order SET status = ?, reason = ?, failure = ?, covered_minor = ?, paid_at = ?,
                            business_date = ?, ended_at = ?, fulfilment = ?, kept_minor = ?, gift_cards = NULL
                        WHERE id = ? AND status = ? AND covered_minor = ? AND ? <= payable_minor
                        """)
                .param(state.status().name())
                .param(state.reason())
                .param(state.failure())
                .param(state.coveredMinor())
                .param(timestamp(state.paidAt()))
                .param(state.businessDate())
                .param(timestamp(state.endedAt()))
                .param(state.fulfilment().name())
                .param(state.keptMinor())
                .param(now.id().value())
                .param(before.status().name())
                .param(before.state().coveredMinor())
                .param(state.coveredMinor())
                .update();
        Guard.one(changed, () -> new ConcurrencyFailureException("order " + now.id() + " changed meanwhile"));
        List<PaidBy> added =
                now.tenders().subList(before.tenders().size(), now.tenders().size());
        if (!added.isEmpty()) {
            batches.batchUpdate(
                    """
                    INSERT INTO order_tender (order_id, tender_no, kind, amount_minor, reference, received_minor,
                        change_minor, staff_id, taken_at, label, value_minor, refunded_minor)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                    """, added.stream().map(tender -> values(now.id(), tender)).toList());
        }
        boolean settled = state.status() == OrderStatus.PAID || state.status() == OrderStatus.CANCELLED;
        if (settled && before.status() != state.status()) {
            listeners.publishEvent(new OrderSettled(now));
        }
    }

    private static @Nullable Object[] values(OrderId id, PaidBy tender) {
        return new @Nullable Object[] {
            id.value(),
            tender.no(),
            tender.kind().name(),
            tender.amountMinor(),
            tender.reference(),
            tender.receivedMinor(),
            tender.changeMinor(),
            tender.staff() == null ? null : tender.staff().value(),
            Timestamp.from(tender.takenAt()),
            tender.label(),
            tender.valueMinor()
        };
    }

    /** Orders whose placing stopped before an instant, oldest deadline first. Few are ever being placed, whatever their deadlines are. */
    List<OrderId> stuckSince(Instant before, int limit) {
        return jdbc.sql("""
                        SELECT id FROM sales_order WHERE status = 'PLACING' AND placed_at <= ? ORDER BY pay_until LIMIT ?
                        """)
                .params(Timestamp.from(before), limit)
                .query((row, n) -> OrderId.of(row.getLong(1)))
                .list();
    }

    /** Unpaid orders whose deadline has passed. */
    List<OrderId> unpaidAfter(Instant deadline, int limit) {
        return jdbc.sql("""
                        SELECT id FROM sales_order WHERE status = 'PENDING_PAYMENT' AND pay_until <= ?
                        ORDER BY pay_until LIMIT ?
                        """)
                .params(Timestamp.from(deadline), limit)
                .query((row, n) -> OrderId.of(row.getLong(1)))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
