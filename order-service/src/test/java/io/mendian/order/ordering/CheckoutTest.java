package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderPlaced;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A quote is what the order costs, and an order holds what it needs. */
@MendianTest
class CheckoutTest extends CheckoutSteps {

    @Test
    void aQuoteExplainsEachLineAndTheOrderCostsWhatTheQuoteSaid() {
        StoreId store = shop.store();
        MemberKey member = shop.member(1000, 0);
        Map<String, Object> basket = Map.of(
                "storeId",
                store.text(),
                "usePoints",
                -1,
                "lines",
                List.of(line(shop.goods(999), 3), line(shop.goods(500), 1)));
        JsonNode quote = api.as(TestCallers.member(member))
                .post("/app/v1/quotes", basket)
                .expect(200)
                .json();
        // 2997 → 2697, 500 → 450, then points pay 10.00
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(2147);
        assertThat(quote.path("pointsUsed").asLong()).isEqualTo(1000);
        assertThat(quote.path("lines").get(0).path("explanations")).isNotEmpty();
        JsonNode again = api.as(TestCallers.member(member))
                .post("/app/v1/quotes", basket)
                .json();
        assertThat(again).isEqualTo(quote);
        JsonNode order = place(member, with(basket, "expectedPayableMinor", 2147))
                .expect(201)
                .json();
        assertThat(order.path("payableMinor").asLong()).isEqualTo(2147);
        assertThat(order.path("status").asString()).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void anotherPriceThanExpectedIsRefusedWithBoth() {
        StoreId store = shop.store();
        JsonNode problem = place(
                        shop.member(0, 0),
                        Map.of(
                                "storeId",
                                store.text(),
                                "expectedPayableMinor",
                                899,
                                "lines",
                                List.of(line(shop.goods(1000), 1))))
                .expectProblem(409, "PRICE_CHANGED")
                .json();
        assertThat(problem.path("facts").path("payableMinor").asLong()).isEqualTo(900);
        assertThat(problem.path("facts").path("expectedMinor").asLong()).isEqualTo(899);
    }

    @Test
    void anOrderHoldsWhatItNeedsAndTellsIt() {
        StoreId store = shop.store();
        MemberKey member = shop.member(500, 300);
        String coupon = "OFF-100-" + Shop.id();
        SkuId water = shop.goods(1000);
        String id = id(place(
                        member,
                        Map.of(
                                "storeId", store.text(),
                                "couponIds", List.of(coupon),
                                "usePoints", 100,
                                "storedValueMinor", 300,
                                "lines", List.of(line(water, 2))))
                .expect(201));
        assertThat(inventory.held(water)).isEqualTo(2);
        assertThat(members.holds(id)).isTrue();
        assertThat(marketing.isHeld(coupon)).isTrue();
        OrderPlaced placed = outbox.events(OrderPlaced.class, id).getFirst();
        // 2000 → 1800 → 1700 → 1600 by points
        assertThat(placed.payableMinor()).isEqualTo(1600);
        assertThat(placed.payUntil()).isEqualTo(placed.placedAt().plus(Duration.ofMinutes(15)));
        JsonNode order =
                api.as(TestCallers.member(member)).get("/app/v1/orders/" + id).json();
        assertThat(order.path("remainingMinor").asLong()).isEqualTo(1300);
    }

    @Test
    void storedValueThatCoversAllPaysAtOnce() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 5000);
        String id = id(place(
                        member,
                        Map.of(
                                "storeId",
                                store.text(),
                                "storedValueMinor",
                                -1,
                                "lines",
                                List.of(line(shop.goods(1000), 2))))
                .expect(201));
        OrderPaid paid = outbox.events(OrderPaid.class, id).getFirst();
        assertThat(paid.payableMinor()).isEqualTo(1800);
        assertThat(paid.discountMinor()).isEqualTo(200);
        assertThat(paid.tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.kind()).isEqualTo("STORED_VALUE");
            assertThat(tender.amountMinor()).isEqualTo(1800);
        });
        assertThat(paid.memberKey()).isEqualTo(member);
        assertThat(paid.history()).isFalse();
    }

    @Test
    void anOrderOfZeroIsPaidAtOnce() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        String id = id(place(
                        member,
                        Map.of(
                                "storeId", store.text(),
                                "couponIds", List.of("OFF-100000-" + Shop.id()),
                                "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201));
        assertThat(outbox.events(OrderPaid.class, id)).singleElement().satisfies(paid -> {
            assertThat(paid.payableMinor()).isZero();
            assertThat(paid.tenders()).isEmpty();
        });
    }

    @Test
    void aRechargeStandsAloneAndPromisesItsBonus() {
        StoreId store = shop.store();
        String offer = Long.toString(Shop.id());
        members.offers(new RechargePackage(offer, "充一百送十", 10_000, 1_000, true));
        SkuId recharge = shop.recharge(offer, 10_000);
        MemberKey member = shop.member(0, 50_000);
        place(member, Map.of("storeId", store.text(), "lines", List.of(line(recharge, 1), line(shop.goods(100), 1))))
                .expectProblem(409, "RECHARGE_STANDS_ALONE");
        place(member, Map.of("storeId", store.text(), "storedValueMinor", -1, "lines", List.of(line(recharge, 1))))
                .expectProblem(409, "RECHARGE_BY_STORED_VALUE");
        String id = id(place(member, Map.of("storeId", store.text(), "lines", List.of(line(recharge, 1))))
                .expect(201));
        api.as(shop.clerk(store))
                .post("/store/v1/orders/" + id + "/cash", Map.of("receivedMinor", 10_000))
                .expect(200);
        OrderPaid paid = outbox.events(OrderPaid.class, id).getFirst();
        assertThat(paid.lines().getFirst().rechargeTerms().bonusMinor()).isEqualTo(1_000);
        assertThat(paid.payableMinor()).isEqualTo(10_000);
    }

    @Test
    void aGiftComesAsALineOfPriceZeroThatTakesStock() {
        StoreId store = shop.store();
        SkuId gift = shop.gift();
        String coupon = "GIFT-" + Shop.id();
        marketing.gives(coupon, new MarketingClient.Gift(gift, 2, coupon));
        place(
                        shop.member(0, 0),
                        Map.of(
                                "storeId", store.text(),
                                "couponIds", List.of(coupon),
                                "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201);
        assertThat(inventory.held(gift)).isEqualTo(2);
    }
}
