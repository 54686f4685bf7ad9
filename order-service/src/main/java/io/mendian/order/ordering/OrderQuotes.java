package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How orders were priced: the question, the whole answer with its rules and their versions, and each line's explanation. */
@Component
public class OrderQuotes {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrderQueries orders;

    OrderQuotes(JdbcClient jdbc, JsonMapper json, OrderQueries orders) {
        this.jdbc = jdbc;
        this.json = json;
        this.orders = orders;
    }

    /**
     * The pricing of an order.
     *
     * @param asked what marketing-service was asked; asking it again with these rules gives the same price. Null for an order
     *     whose price no rule touched, or that is older than this record
     * @param answer all that it answered
     */
    public record View(
            OrderId orderId,
            String orderNo,
            long payableMinor,
            @Nullable JsonNode asked,
            @Nullable JsonNode answer,
            List<OrderView.Line> lines,
            List<Fee> fees,
            long roundingMinor) {}

    void keep(OrderId id, StoredQuote quote) {
        int ignored = jdbc.sql("INSERT INTO order_quote (order_id, quote) VALUES (?, ?)")
                .params(id.value(), json.writeValueAsString(quote))
                .update();
    }

    /** An order that the caller may not see is missing for him. */
    public View require(OrderId id, Caller caller) {
        OrderView order = OrderView.of(orders.require(id, caller));
        Optional<JsonNode> stored = jdbc.sql("SELECT quote FROM order_quote WHERE order_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json::readTree);
        return new View(
                order.orderId(),
                order.orderNo(),
                order.payableMinor(),
                stored.map(quote -> quote.path("asked")).orElse(null),
                stored.map(quote -> quote.path("answer")).orElse(null),
                order.lines(),
                order.fees(),
                order.roundingMinor());
    }
}
