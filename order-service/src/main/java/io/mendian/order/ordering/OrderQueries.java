package io.mendian.order.ordering;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.hold.OrderStandings;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of orders. An order that the caller may not see is missing for him. */
@Component
public class OrderQueries {

    private final Orders orders;
    private final JdbcClient jdbc;

    OrderQueries(Orders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** Whether the caller may see an order: his own, or one of a store in his reach. */
    public static boolean isVisible(Order order, Caller caller) {
        return caller.realm() == Realm.MEMBER
                ? caller.memberKey().equals(order.head().member())
                : caller.reaches(order.head().store());
    }

    public Order require(OrderId id, Caller caller) {
        return orders.find(id).filter(order -> isVisible(order, caller)).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** An order for this service's own processes, if there is one. */
    public Optional<Order> find(OrderId id) {
        return orders.find(id);
    }

    /** An order for this service's own processes. */
    public Order require(OrderId id) {
        return orders.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Unpaid orders whose deadline has passed. */
    public List<OrderId> unpaidAfter(Instant deadline, int limit) {
        return orders.unpaidAfter(deadline, limit);
    }

    /** How orders stand towards those who hold something for them; one that does not exist is UNKNOWN. */
    public List<OrderStandings.Standing> standings(Collection<OrderId> ids) {
        Map<Long, OrderStatus> statuses = new HashMap<>();
        jdbc.sql("SELECT id, status FROM sales_order WHERE id IN (:ids)")
                .param("ids", ids.stream().map(OrderId::value).sorted().toList())
                .query((RowCallbackHandler) row -> statuses.put(row.getLong(1), OrderStatus.valueOf(row.getString(2))));
        return ids.stream()
                .map(id -> new OrderStandings.Standing(id, OrderStatus.standing(statuses.get(id.value()))))
                .toList();
    }

    /** What is told of a paid order; nothing when no money has come for it. */
    public Optional<OrderPaid> paid(OrderId id) {
        return orders.find(id)
                .filter(order -> order.state().paidAt() != null && order.state().businessDate() != null)
                .map(OrderEvents::paid);
    }

    public OrderPage page(OrderSearch search) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = search.conditions(values);
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        List<OrderSummary> found = jdbc.sql("""
                        SELECT id, order_no, store_id, member_key, channel, status, handing, fulfilment, currency, payable_minor,
                            refunded_minor, placed_at, business_date
                        FROM sales_order %s ORDER BY id DESC LIMIT %d
                        """.formatted(where, search.limit() + 1))
                .params(values)
                .query(OrderQueries::summary)
                .list();
        if (found.size() <= search.limit()) {
            return new OrderPage(found, null);
        }
        List<OrderSummary> items = found.subList(0, search.limit());
        return new OrderPage(items, items.getLast().orderId());
    }

    private static OrderSummary summary(ResultSet row, int n) throws SQLException {
        Long member = row.getObject("member_key", Long.class);
        return new OrderSummary(
                OrderId.of(row.getLong("id")),
                row.getString("order_no"),
                StoreId.of(row.getLong("store_id")),
                member == null ? null : MemberKey.of(member),
                row.getString("channel"),
                OrderStatus.valueOf(row.getString("status")),
                Handing.valueOf(row.getString("handing")),
                FulfilmentStatus.valueOf(row.getString("fulfilment")),
                row.getString("currency"),
                row.getLong("payable_minor"),
                row.getLong("refunded_minor"),
                row.getTimestamp("placed_at").toInstant(),
                row.getObject("business_date", LocalDate.class));
    }
}
