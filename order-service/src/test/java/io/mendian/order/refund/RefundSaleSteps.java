package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.Simulators;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sales and their refunds, for the tests of refunds. */
abstract class RefundSaleSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeMembers members;

    @Autowired
    PayProvider provider;

    @Autowired
    AdvanceRefunds advanceRefunds;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    Simulators sim;

    StoreId store;

    Caller clerk;

    @BeforeEach
    void begin() {
        sim = provider.at();
        sim.control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
    }

    @AfterEach
    void end() {
        sim.control().clearFaults();
    }

    String cashSale(long price, long quantity) {
        SkuId sku = shop.goods(price);
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines",
                                List.of(line(sku, quantity)),
                                "cash",
                                Map.of("receivedMinor", price * quantity)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    String order(MemberKey member, long price) {
        return api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(price), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    void payByWeChat(MemberKey member, String order) {
        JsonNode payment = api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json();
        sim.control().pay(payment.path("outTradeNo").asString(), "o-x", 0);
        Awaitility.await().until(() -> orderStatus(order).equals("PAID"));
    }

    void settle(JsonNode refund) {
        Awaitility.await().until(() -> advanced(refund).equals("DONE"));
    }

    String advanced(JsonNode refund) {
        clock.advance(Duration.ofSeconds(10));
        provider.at();
        advanceRefunds.advanceAll(200);
        return jdbc.queryForObject(
                "SELECT status FROM refund WHERE id = ?",
                String.class,
                refund.path("refundId").asString());
    }

    Api.Answer refund(String order, long quantity) {
        return refundBy(clerk, order, quantity);
    }

    Api.Answer refundBy(Caller caller, String order, long quantity) {
        return api.as(caller).post("/store/v1/orders/" + order + "/refunds", wish(quantity));
    }

    static Map<String, Object> wish(long quantity) {
        return Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", quantity)));
    }

    String orderStatus(String order) {
        return jdbc.queryForObject("SELECT status FROM sales_order WHERE id = ?", String.class, order);
    }

    long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
