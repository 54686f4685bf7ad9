package io.mendian.order.exchange;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Points, or points and cash, buy what an offer says. */
@MendianTest
class ExchangeTest extends OfferSteps {

    @Test
    void pointsAloneBuyAPieceAndNoOtherRuleTouchesIt() {
        MemberKey member = shop.member(1000, 0);
        String offer = offer(300, 0, null);
        // 2 cups for 600 points; tea 10.00 at 9折, of which points pay at most half: 400 left
        JsonNode order = place(
                        member,
                        Map.of(
                                "storeId", store.text(),
                                "usePoints", -1,
                                "lines", List.of(exchange(cup, 2, offer), line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        assertThat(order.path("payableMinor").asLong()).isEqualTo(500);
        assertThat(order.path("pointsUsed").asLong()).isEqualTo(1000);
        assertThat(order.path("lines").get(0).path("netMinor").asLong()).isZero();
        assertThat(order.path("lines").get(0).path("exchangePoints").asLong()).isEqualTo(600);
        assertThat(members.holds(order.path("orderId").asString())).isTrue();
        assertThat(inventory.held(cup)).isEqualTo(2);
    }

    @Test
    void pointsAndCashAreBothChargedAndTold() {
        MemberKey member = shop.member(1000, 5000);
        String offer = offer(300, 990, null);
        JsonNode order = place(
                        member,
                        Map.of(
                                "storeId",
                                store.text(),
                                "storedValueMinor",
                                -1,
                                "lines",
                                List.of(exchange(cup, 3, offer))))
                .expect(201)
                .json();
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        OrderPaid paid =
                outbox.events(OrderPaid.class, order.path("orderId").asString()).getFirst();
        assertThat(paid.payableMinor()).isEqualTo(2970);
        assertThat(paid.pointsUsed()).isEqualTo(900);
        assertThat(paid.lines().getFirst().exchangePoints()).isEqualTo(900);
        assertThat(paid.lines().getFirst().netMinor()).isEqualTo(2970);
        assertThat(paid.lines().getFirst().listMinor()).isEqualTo(15_000);
    }

    @Test
    void withoutStockNoPointsAndWithoutPointsNoStock() {
        String offer = offer(300, 0, 5L);
        inventory.has(cup, 1);
        MemberKey rich = shop.member(1000, 0);
        place(rich, basket(exchange(cup, 2, offer))).expectProblem(409, "NOT_ENOUGH_STOCK");
        String failed =
                jdbc.queryForObject("SELECT id FROM sales_order WHERE member_key = ?", String.class, rich.value());
        assertThat(members.holds(failed)).isFalse();
        assertThat(taken(offer, rich)).isZero();
        MemberKey poor = shop.member(299, 0);
        JsonNode facts = place(poor, basket(exchange(cup, 1, offer)))
                .expectProblem(409, "EXCHANGE_POINTS_SHORT")
                .json()
                .path("facts");
        assertThat(facts.path("points").asLong()).isEqualTo(300);
        assertThat(facts.path("balance").asLong()).isEqualTo(299);
        assertThat(inventory.held(cup)).isZero();
    }

    @Test
    void anOfferHoldsForItsProductItsTimeAndMembersWhoAreThere() {
        MemberKey member = shop.member(1000, 0);
        String offer = offer(10, 0, null);
        place(member, basket(exchange(shop.goods(100), 1, offer))).expectProblem(409, "EXCHANGE_OTHER_PRODUCT");
        Api clerk = api.as(shop.clerk(store));
        clerk.post("/store/v1/sales", Map.of("lines", List.of(exchange(cup, 1, offer))))
                .expectProblem(409, "MEMBER_NEEDED");
        clerk.post("/store/v1/sales", Map.of("memberKey", member.text(), "lines", List.of(exchange(cup, 1, offer))))
                .expectProblem(409, "MEMBER_CODE_NEEDED");
        Api hq = api.as(TestCallers.headquarters());
        assertThat(hq.post("/hq/v1/exchange-offers/" + offer + "/end", Map.of())
                        .expect(200)
                        .json()
                        .path("running")
                        .asBoolean())
                .isFalse();
        place(member, basket(exchange(cup, 1, offer))).expectProblem(409, "EXCHANGE_OFFER_OVER");
    }

    @Test
    void headquartersOffersGoodsAtNoMoreThanTheirPriceAndMembersSeeThem() {
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/exchange-offers", wish(shop.service(100), 10, 0, null))
                .expectProblem(409, "EXCHANGE_GOODS_ONLY");
        hq.post("/hq/v1/exchange-offers", wish(cup, 10, 5001, null)).expectProblem(409, "EXCHANGE_CASH_TOO_HIGH");
        hq.post(
                        "/hq/v1/exchange-offers",
                        with(wish(cup, 10, 0, null), "until", clock.instant().minusSeconds(1)))
                .expectProblem(409, "EXCHANGE_TIME_WRONG");
        String offer = offer(300, 990, 2L);
        for (String path : List.of("/app/v1/exchange-offers", "/store/v1/exchange-offers")) {
            Api reader =
                    path.startsWith("/app") ? api.as(TestCallers.member(shop.member(0, 0))) : api.as(shop.clerk(store));
            JsonNode seen = reader.get(path + "?limit=200").expect(200).json();
            assertThat(seen.valueStream().map(one -> one.path("offerId").asString()))
                    .contains(offer);
        }
        hq.get("/hq/v1/exchange-offers?limit=201").expect(400);
    }
}
