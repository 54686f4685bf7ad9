package io.mendian.order.till;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Sales at a till of a new store, for the tests of the till. */
abstract class TillSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    FakeMembers members;

    @Autowired
    FakeInventory inventory;

    @Autowired
    CloseDueDays closeDueDays;

    StoreId store;

    Caller clerk;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
    }

    String park(SkuId sku, boolean hold) {
        return api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("lines", List.of(line(sku, 2)), "hold", hold))
                .expect(201)
                .json()
                .path("parkedSaleId")
                .asString();
    }

    JsonNode sell(long price, long quantity, Long received) {
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(line(shop.goods(price), quantity)),
                                "cash", Map.of("receivedMinor", received == null ? price * quantity : received)))
                .expect(201)
                .json();
    }

    Api.Answer close(LocalDate date, Map<String, Object> body) {
        return api.as(clerk).post("/store/v1/days/" + date + "/close", body);
    }
}
