package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MarketingClient.CodeGoods;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** 券码核销: the goods of a printed code are handed over once, without a purchase and without a member. */
@MendianTest
class CodeRedemptionTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeInventory inventory;

    @Autowired
    FakeMarketing marketing;

    @Test
    void theGoodsOfACodeLeaveTheStockWithAReceiptOfNothing() {
        StoreId store = shop.store();
        SkuId cup = shop.gift();
        String code = printed(cup, 2);
        JsonNode order = redeem(store, code).expect(201).json();
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        assertThat(order.path("payableMinor").asLong()).isZero();
        assertThat(order.path("lines").get(0).path("quantity").asLong()).isEqualTo(2);
        assertThat(inventory.held(cup)).isEqualTo(2);
        String id = order.path("orderId").asString();
        OrderPaid paid = outbox.events(OrderPaid.class, id).getFirst();
        assertThat(paid.couponIds()).containsExactly(coupon(code));
        assertThat(paid.memberKey()).isNull();
        assertThat(paid.tenders()).isEmpty();
        api.as(shop.clerk(store)).get("/store/v1/orders/" + id + "/receipt").expect(200);
    }

    @Test
    void sixteenTillsHandTheGoodsOverOnce() {
        SkuId cup = shop.goods(1000);
        String code = printed(cup, 1);
        List<StoreId> stores =
                IntStream.range(0, 16).mapToObj(i -> shop.store()).toList();
        Race.run(16, i -> () -> redeem(stores.get(i), code).status());
        String in = String.join(",", stores.stream().map(StoreId::text).toList());
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND store_id IN (" + in + ")"))
                .isEqualTo(1);
        assertThat(inventory.held(cup)).isEqualTo(1);
    }

    @Test
    void theSameClickIsTheSameOrder() {
        StoreId store = shop.store();
        SkuId cup = shop.goods(1000);
        Map<String, Object> body = Map.of("code", printed(cup, 1));
        Api clerk = api.as(shop.clerk(store)).withKey("key-" + Shop.id());
        Race.run(8, i -> () -> clerk.post("/store/v1/code-redemptions", body).status());
        clerk.post("/store/v1/code-redemptions", body).expect(201);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE store_id = " + store.value()))
                .isEqualTo(1);
        assertThat(inventory.held(cup)).isEqualTo(1);
    }

    @Test
    void withoutStockTheCodeStaysGood() {
        SkuId cup = shop.goods(1000);
        inventory.has(cup, 0);
        String code = printed(cup, 1);
        redeem(shop.store(), code).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(marketing.isHeld(coupon(code))).isFalse();
        inventory.has(cup, 5);
        redeem(shop.store(), code).expect(201);
    }

    @Test
    void aRedeemedCodeComesBackWithItsGoods() {
        StoreId store = shop.store();
        String code = printed(shop.goods(1000), 1);
        String id = redeem(store, code).expect(201).json().path("orderId").asString();
        api.as(shop.clerk(store))
                .post(
                        "/store/v1/orders/" + id + "/refunds",
                        Map.of("lines", List.of(Map.of("lineId", "1", "quantity", 1)), "reason", "拿错"))
                .expect(201);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'REFUNDED' AND id = " + id))
                .isEqualTo(1);
    }

    private Api.Answer redeem(StoreId store, String code) {
        return api.as(shop.clerk(store)).post("/store/v1/code-redemptions", Map.of("code", code));
    }

    private String printed(SkuId sku, long quantity) {
        String code = "AB" + Shop.id();
        marketing.prints(code, new CodeGoods(coupon(code), "兑换券", sku, quantity));
        return code;
    }

    private static String coupon(String code) {
        return code.substring(2, 17);
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
