package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.runtime.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MarketingClient marketing;

    OrderQuotes(JdbcClient jdbc, JsonMapper json, OrderQueries orders, MarketingClient marketing) {
        this.marketing = marketing;
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

    /** The lines' amounts that came out when the order was placed and now; {@code same} tells whether all of it is equal. */
    public record Again(OrderId orderId, long quotedMinor, long againMinor, boolean same, JsonNode answer) {}

    /** Prices an old order again from what was stored with it. Asks marketing-service, so never inside a transaction. */
    public Again again(OrderId id, Caller caller) {
        JsonNode stored = require(id, caller).answer();
        if (stored == null || stored.isMissingNode()) {
            throw OrderProblem.NO_QUOTE_STORED.with();
        }
        JsonNode again = marketing.quoteAgain(LocaleContextHolder.getLocale().toLanguageTag(), stored);
        long was = stored.path("payableMinor").asLong();
        long is = again.path("payableMinor").asLong();
        return new Again(id, was, is, amounts(stored).equals(amounts(again)), again);
    }

    private static List<Long> amounts(JsonNode quote) {
        List<Long> amounts = new ArrayList<>();
        for (String name : List.of("listMinor", "discountMinor", "feesMinor", "roundingMinor", "payableMinor")) {
            amounts.add(quote.path(name).asLong());
        }
        quote.path("lines").forEach(line -> {
            amounts.add(line.path("netMinor").asLong());
            amounts.add(line.path("pointsMinor").asLong());
        });
        return amounts;
    }

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
