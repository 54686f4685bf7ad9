package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a quote promised is what is paid: prices by means, fees, rounding, and the stored quote. */
@MendianTest
class PromisesTest extends PromiseSteps {

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
}
