package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
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

/** 核销: what a customer shows is redeemed once, whichever store scans it, and leaves nothing to pay. */
@MendianTest
class RedemptionTest {

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
    FakeMembers members;

    @Autowired
    FakeMarketing marketing;

    @Test
    void aCouponForGoodsIsRedeemedWithAReceipt() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        SkuId cup = shop.goods(1000);
        String coupon = freeCoupon();
        JsonNode order =
                redeem(store, shows(member) + "." + coupon, cup).expect(201).json();
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        assertThat(order.path("payableMinor").asLong()).isZero();
        assertThat(order.path("couponIds").get(0).asString()).isEqualTo(coupon);
        assertThat(inventory.held(cup)).isEqualTo(1);
        String id = order.path("orderId").asString();
        assertThat(outbox.events(OrderPaid.class, id).getFirst().couponIds()).containsExactly(coupon);
        api.as(shop.clerk(store)).get("/store/v1/orders/" + id + "/receipt").expect(200);
    }

    @Test
    void sixteenStoresRedeemACouponOnce() {
        MemberKey member = shop.member(0, 0);
        SkuId cup = shop.goods(1000);
        String coupon = freeCoupon();
        List<StoreId> stores =
                IntStream.range(0, 16).mapToObj(i -> shop.store()).toList();
        Race.run(
                16,
                i -> () ->
                        redeem(stores.get(i), shows(member) + "." + coupon, cup).status());
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND member_key = " + member.value()))
                .isEqualTo(1);
        assertThat(inventory.held(cup)).isEqualTo(1);
    }

    @Test
    void aUseOfACardIsRedeemedForAServiceAndTheCodeWorksOnce() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        members.hasUses(member, 2);
        SkuId pilates = shop.service(9000);
        String code = shows(member);
        JsonNode order = redeem(store, code, pilates).expect(201).json();
        assertThat(order.path("tenders").get(0).path("kind").asString()).isEqualTo("CARD_USE");
        redeem(store, code, pilates).expectProblem(409, "MEMBER_CODE_USED");
        redeem(shop.store(), shows(member), pilates).expect(201);
        redeem(store, shows(member), pilates).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(members.heldUses(member)).isEqualTo(2);
    }

    @Test
    void theSameRequestRedeemsOnce() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        members.hasUses(member, 5);
        Map<String, Object> body = Map.of("code", shows(member), "lines", List.of(line(shop.service(9000), 1)));
        Api clerk = api.as(shop.clerk(store)).withKey("key-" + Shop.id());
        Race.run(8, i -> () -> clerk.post("/store/v1/redemptions", body).status());
        clerk.post("/store/v1/redemptions", body).expect(201);
        assertThat(members.heldUses(member)).isEqualTo(1);
    }

    @Test
    void whatIsNotFreeIsNotRedeemed() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 5000);
        JsonNode facts = redeem(store, shows(member) + "." + coupon(100), shop.goods(1000))
                .expectProblem(409, "REDEMPTION_NOT_FREE")
                .json()
                .path("facts");
        assertThat(facts.path("payableMinor").asLong()).isEqualTo(800);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE store_id = " + store.value()))
                .isZero();
    }

    private Api.Answer redeem(StoreId store, String code, SkuId sku) {
        return api.as(shop.clerk(store))
                .post("/store/v1/redemptions", Map.of("code", code, "lines", List.of(line(sku, 1))));
    }

    private String shows(MemberKey member) {
        String code = Long.toString(Shop.id());
        members.shows(code, member);
        return code;
    }

    private String freeCoupon() {
        return coupon(100_000);
    }

    private String coupon(long minor) {
        String id = Long.toString(Shop.id() % 1_000_000_000_000_000L);
        marketing.knows(id, minor);
        return id;
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
