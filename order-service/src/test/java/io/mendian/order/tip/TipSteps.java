package io.mendian.order.tip;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.OutboxProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Sales of a new store with an open shift, for the tests of tips. */
abstract class TipSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    StoreId store;

    Caller clerk;

    String shift;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        shift = open();
    }

    String open() {
        return api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 10_000))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
    }

    JsonNode sell(Map<String, Object> tip, long received) {
        Map<String, Object> sale = new java.util.HashMap<>(
                Map.of("lines", List.of(line(shop.goods(1_000), 2)), "cash", Map.of("receivedMinor", received)));
        if (tip != null) {
            sale.put("tip", tip);
        }
        return api.as(clerk).post("/store/v1/sales", sale).expect(201).json();
    }

    Api.Answer tip(String order, Map<String, Object> body) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/tips", body);
    }

    Api.Answer back(String order) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/tips/return", Map.of());
    }

    void refund(String order, long pieces) {
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", pieces))))
                .expect(201);
    }

    long tipOf(String order) {
        Long tip = jdbc.queryForObject("SELECT tip_minor FROM sales_order WHERE id = " + order, Long.class);
        return tip == null ? -1 : tip;
    }

    List<Long> sums(String order) {
        return jdbc.queryForList(
                "SELECT amount_minor FROM order_tip WHERE order_id = ? ORDER BY id", Long.class, order);
    }
}
