package io.mendian.inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class SafetyStockTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Test
    void crossingAlertsOnceAndAgainOnlyAfterRecovery() {
        SkuId tea = shop.goods(10);
        safety(tea, 5L);
        sell(tea, 5);
        assertThat(shop.alerts(tea, "BELOW_SAFETY")).isZero();
        sell(tea, 1);
        sell(tea, 1);
        assertThat(shop.alerts(tea, "BELOW_SAFETY")).isEqualTo(1);
        shop.receive(tea, 1);
        assertThat(lowSkus()).containsExactly(tea.text());
        shop.receive(tea, 1);
        assertThat(lowSkus()).isEmpty();
        sell(tea, 2);
        assertThat(shop.alerts(tea, "BELOW_SAFETY")).isEqualTo(2);
    }

    @Test
    void manyCrossingsAtOnceAlertOnce() {
        SkuId tea = shop.goods(20);
        safety(tea, 15L);
        Race.run(12, i -> () -> sell(tea, 1));
        shop.expectStock(tea, 8, 0);
        assertThat(shop.alerts(tea, "BELOW_SAFETY")).isEqualTo(1);
    }

    @Test
    void withoutSafetyStockNothingIsAlerted() {
        SkuId tea = shop.goods(10);
        safety(tea, 20L);
        safety(tea, null);
        sell(tea, 9);
        assertThat(shop.alerts(tea, "BELOW_SAFETY")).isZero();
    }

    @Test
    void anAlertIsSeenByItsStoreOnly() {
        SkuId tea = shop.goods(3);
        safety(tea, 3L);
        sell(tea, 1);
        String alert = shop.asKeeper()
                .get("/store/v1/stock/alerts?unseen=true")
                .expect(200)
                .json()
                .get(0)
                .path("alertId")
                .asString();
        Api stranger = new Shop(api, deliveries, jdbc, clock).asKeeper();
        stranger.post("/store/v1/stock/alerts/" + alert + "/seen", Map.of()).expectProblem(404, "NOT_FOUND");
        stranger.post("/store/v1/stock/alerts/" + Ids.next() + "/seen", Map.of())
                .expectProblem(404, "NOT_FOUND");
        shop.asKeeper()
                .post("/store/v1/stock/alerts/" + alert + "/seen", Map.of())
                .expect(204);
        assertThat(shop.asKeeper().get("/store/v1/stock/alerts?unseen=true").body())
                .doesNotContain(alert);
        assertThat(stranger.get("/store/v1/stock/alerts").json()).isEmpty();
    }

    private boolean sell(SkuId sku, long pieces) {
        deliveries.deliver(shop.paid(Ids.next(), new Some(sku, pieces)));
        return true;
    }

    private void safety(SkuId sku, Long quantity) {
        Map<String, Object> body = new HashMap<>();
        body.put("quantity", quantity);
        shop.asKeeper().put("/store/v1/stock/" + sku + "/safety", body).expect(200);
    }

    private List<String> lowSkus() {
        return shop.asKeeper()
                .get("/store/v1/stock?low=true")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsString("skuId");
    }
}
