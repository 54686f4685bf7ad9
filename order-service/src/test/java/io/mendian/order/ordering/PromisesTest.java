package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a quote promises holds: budgets, prices for means of payment, fees and rounding, and all of it can be read later. */
@MendianTest
class PromisesTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    FakeMarketing marketing;

    @Autowired
    PayProvider provider;

    @Test
    void sixteenOrdersKeepNoMoreOfABudgetThanItHas() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 500);
        List<Race.Outcome<Api.Answer>> outcomes = Race.run(16, i -> () -> place(shop.member(0, 0), basket(store, tea)));
        assertThat(marketing.kept(promotion)).isLessThanOrEqualTo(500);
        assertThat(number("SELECT COALESCE(SUM(discount_minor - 100), 0) FROM sales_order WHERE status ="
                        + " 'PENDING_PAYMENT' AND store_id = " + store.value()))
                .isEqualTo(marketing.kept(promotion));
        outcomes.stream()
                .map(Race.Outcome::value)
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> {
                    JsonNode facts =
                            answer.expectProblem(409, "PROMOTION_SPENT").json().path("facts");
                    assertThat(facts.path("expectedMinor").asLong()).isEqualTo(800);
                    assertThat(facts.path("payableMinor").asLong()).isEqualTo(900);
                });
    }

    @Test
    void aBudgetThatWasSpentMeanwhileIsRefusedWithTheNewPriceAndEverythingIsFree() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 100);
        MemberKey member = shop.member(500, 0);
        String coupon = "OFF-50-" + Shop.id();
        Map<String, Object> wish = with(with(basket(store, tea), "couponIds", List.of(coupon)), "usePoints", 100);
        // somebody takes the budget between this order's quote and its hold
        marketing.spendsBehindTheQuote(promotion, 100);
        Api mine = api.as(TestCallers.member(member)).withKey("key-" + Shop.id());
        JsonNode facts = mine.post("/app/v1/orders", wish)
                .expectProblem(409, "PROMOTION_SPENT")
                .json()
                .path("facts");
        // 900 - 100 - 50 - 1.00 by points; without the promotion 100 more
        assertThat(facts.path("expectedMinor").asLong()).isEqualTo(650);
        assertThat(facts.path("payableMinor").asLong()).isEqualTo(750);
        assertThat(marketing.isHeld(coupon)).isFalse();
        // the same request again gets the same answer
        mine.post("/app/v1/orders", wish).expectProblem(409, "PROMOTION_SPENT");
        place(member, with(wish, "expectedPayableMinor", 750)).expect(201);
    }

    @Test
    void aCancelledOrderFreesItsBudgetAtOnceWhenItWasRefused() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 1000);
        MemberKey poor = shop.member(0, 100);
        place(poor, with(basket(store, tea), "storedValueMinor", 200)).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        assertThat(marketing.kept(promotion)).isZero();
    }

    @Test
    void aPriceForStoredValueIsNamedAndHoldsForStoredValueOnly() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        promotion(tea, 320, "STORED_VALUE", 1_000_000);
        MemberKey member = shop.member(0, 5000);
        JsonNode quote = api.as(TestCallers.member(member))
                .post("/app/v1/quotes", basket(store, tea))
                .expect(200)
                .json();
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(900);
        JsonNode byValue = quote.path("byMeans").get(0);
        assertThat(byValue.path("payWith").get(0).asString()).isEqualTo("STORED_VALUE");
        assertThat(byValue.path("payableMinor").asLong()).isEqualTo(580);
        assertThat(byValue.path("savesMinor").asLong()).isEqualTo(320);
        Map<String, Object> wish = with(basket(store, tea), "payWith", List.of("STORED_VALUE"));
        JsonNode paid = place(member, with(wish, "expectedPayableMinor", 580))
                .expect(201)
                .json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(paid.path("payableMinor").asLong()).isEqualTo(580);
        assertThat(outbox.events(OrderPaid.class, paid.path("orderId").asString())
                        .getFirst()
                        .tenders())
                .extracting("kind")
                .containsExactly("STORED_VALUE");
    }

    @Test
    void theSameBasketCostsTheSameInTheMiniProgramAndAtTheTill() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1999);
        promotion(tea, 320, null, 1_000_000);
        MemberKey member = shop.member(500, 0);
        Map<String, Object> basket =
                with(with(basket(store, tea), "usePoints", 100), "couponIds", List.of("OFF-50-" + Shop.id()));
        JsonNode app = api.as(TestCallers.member(member))
                .post("/app/v1/quotes", basket)
                .expect(200)
                .json();
        JsonNode till = api.as(shop.clerk(store))
                .post("/store/v1/quotes", with(basket, "memberKey", member.text()))
                .expect(200)
                .json();
        assertThat(till).isEqualTo(app);
    }

    @Test
    void tooLittleStoredValueIsRefusedWithThePriceForOtherMeans() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        promotion(tea, 320, "STORED_VALUE", 1_000_000);
        Map<String, Object> wish = with(basket(store, tea), "payWith", List.of("STORED_VALUE"));
        for (MemberKey member : List.of(shop.member(0, 579), shop.member(0, 0))) {
            JsonNode facts = place(member, wish)
                    .expectProblem(409, "PAY_AS_QUOTED")
                    .json()
                    .path("facts");
            assertThat(facts.path("payableMinor").asLong()).isEqualTo(580);
            assertThat(facts.path("otherwiseMinor").asLong()).isEqualTo(900);
        }
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE store_id = " + store.value()))
                .isZero();
    }

    @Test
    void aPriceForWeChatIsNotPaidInCash() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        promotion(tea, 100, "WECHAT_PAY", 1_000_000);
        String order = place(shop.member(0, 0), with(basket(store, tea), "payWith", List.of("WECHAT_PAY")))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        Api clerk = api.as(shop.clerk(store));
        JsonNode facts = clerk.post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 1000))
                .expectProblem(409, "PAY_AS_QUOTED")
                .json()
                .path("facts");
        assertThat(facts.path("payableMinor").asLong()).isEqualTo(800);
        assertThat(facts.path("otherwiseMinor").asLong()).isEqualTo(900);
        clerk.post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS 机"))
                .expectProblem(409, "PAY_AS_QUOTED");
        // the provider checks the time of a request
        assertThat(provider.at().keys()).isNotNull();
        clerk.post("/store/v1/orders/" + order + "/wechat-payments", Map.of()).expect(201);
    }

    @Test
    void feesAreOnTopAndRoundingIsInsideTheLines() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(333);
        SkuId cake = shop.goods(777);
        marketing.charges(tea, new MarketingClient.Fee("PACKAGING", "包装费", 50));
        marketing.rounds(tea, 10);
        Map<String, Object> sale =
                Map.of("lines", List.of(line(tea, 1), line(cake, 1)), "cash", Map.of("receivedMinor", 1160));
        JsonNode order = api.as(shop.clerk(store))
                .post("/store/v1/sales", sale)
                .expect(201)
                .json();
        assertThat(order.path("payableMinor").asLong()).isEqualTo(1160);
        assertThat(order.path("feesMinor").asLong()).isEqualTo(50);
        assertThat(order.path("fees").get(0).path("text").asString()).isEqualTo("包装费");
        assertThat(order.path("roundingMinor").asLong()).isZero();
        marketing.charges(cake, new MarketingClient.Fee("TIP", "小费", 5));
        JsonNode rounded = api.as(shop.clerk(store))
                .post("/store/v1/sales", sale)
                .expect(201)
                .json();
        assertThat(rounded.path("roundingMinor").asLong()).isEqualTo(-5);
        assertThat(rounded.path("payableMinor").asLong()).isEqualTo(1160);
        assertThat(rounded.path("lines")
                        .valueStream()
                        .mapToLong(one -> one.path("netMinor").asLong()))
                .containsExactlyInAnyOrder(331L, 774L);
        OrderPaid paid = outbox.events(OrderPaid.class, rounded.path("orderId").asString())
                .getFirst();
        assertThat(paid.feesMinor()).isEqualTo(55);
        assertThat(paid.roundingMinor()).isEqualTo(-5);
        assertThat(paid.listMinor() - paid.discountMinor() + paid.feesMinor() + paid.roundingMinor())
                .isEqualTo(paid.payableMinor());
    }

    @Test
    void anOldOrderIsExplainedAndPricedAgainFromWhatWasStored() {
        StoreId store = shop.store();
        MemberKey member = shop.member(500, 0);
        SkuId tea = shop.goods(1000);
        promotion(tea, 100, null, 1_000_000);
        String id = place(member, with(basket(store, tea), "usePoints", 100))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        JsonNode stored = api.as(TestCallers.headquarters())
                .get("/hq/v1/orders/" + id + "/quote")
                .expect(200)
                .json();
        assertThat(api.as(shop.clerk(store))
                        .get("/store/v1/orders/" + id + "/quote")
                        .expect(200)
                        .json())
                .isEqualTo(stored);
        // all of the answer is there, also what this service does not read
        assertThat(stored.path("answer").path("rules").get(0).path("version").asInt())
                .isEqualTo(3);
        MarketingClient.QuoteRequest asked = json.treeToValue(stored.path("asked"), MarketingClient.QuoteRequest.class);
        assertThat(json.readTree(marketing.quote("zh-CN", asked).toString())).isEqualTo(stored.path("answer"));
        JsonNode again = api.as(TestCallers.headquarters())
                .get("/hq/v1/orders/" + id + "/quote/again")
                .expect(200)
                .json();
        assertThat(again.path("same").asBoolean()).isTrue();
        assertThat(again.path("againMinor")).isEqualTo(stored.path("payableMinor"));
        assertThat(stored.path("payableMinor")).isEqualTo(stored.path("answer").path("payableMinor"));
        assertThat(stored.path("lines").get(0).path("explanations")).isNotEmpty();
        api.as(shop.clerk(shop.store()))
                .get("/store/v1/orders/" + id + "/quote")
                .expect(404);
    }

    private String promotion(SkuId sku, long minor, String payWith, long budget) {
        String id = Long.toString(Shop.id());
        marketing.promotes(new FakeMarketing.Promotion(id, sku, minor, payWith, budget));
        return id;
    }

    private Api.Answer place(MemberKey member, Map<String, Object> basket) {
        return api.as(TestCallers.member(member)).post("/app/v1/orders", basket);
    }

    private static Map<String, Object> basket(StoreId store, SkuId sku) {
        return Map.of("storeId", store.text(), "lines", List.of(line(sku, 1)));
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return more;
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
