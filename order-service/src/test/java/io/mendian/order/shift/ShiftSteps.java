package io.mendian.order.shift;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Opens, moves and closes shifts of a new store, for the tests of shifts. */
abstract class ShiftSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    JdbcTemplate jdbc;

    StoreId store;

    Caller clerk;

    Caller manager;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        manager = shop.manager(store);
    }

    String open(long opening) {
        return api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", opening))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
    }

    Api.Answer close(Caller by, String shift, Map<String, Object> body) {
        return api.as(by).post("/store/v1/till-shifts/" + shift + "/close", body);
    }

    void move(String shift, String way, long amount) {
        api.as(clerk)
                .post("/store/v1/till-shifts/" + shift + "/" + way, Map.of("amountMinor", amount, "reason", "备用金"))
                .expect(200);
    }

    JsonNode get(String shift) {
        return api.as(clerk).get("/store/v1/till-shifts/" + shift).expect(200).json();
    }

    JsonNode sell(long price, long received, String tillId) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("lines", List.of(line(shop.goods(price), 1)), "cash", Map.of("receivedMinor", received)));
        if (tillId != null) {
            body.put("tillId", tillId);
        }
        return api.as(clerk).post("/store/v1/sales", body).expect(201).json();
    }

    void refund(String order) {
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "退", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201);
    }

    long ledger(String shift) {
        return count(
                "SELECT COALESCE(SUM(amount_minor), 0) FROM shift_entry WHERE shift_id = ? AND tender_kind = 'CASH'",
                Long.parseLong(shift));
    }

    long count(String sql, Object... values) {
        return jdbc.queryForObject(sql, Long.class, values);
    }
}
