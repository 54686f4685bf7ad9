package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a basket costs and what pays it, over all services: promotions, prices for a means, every purse in one sale, all back. */
class MixedTendersTest extends MixedTendersCase {

    @Test
    @Order(1)
    void threePromotionsStandInOneBasketAndAreExplained() {
        promotion("茶具八折", "PERCENT_OFF", with("permilleOff", 200), cup, "CUPS", List.of());
        promotion("龙井立减", "AMOUNT_OFF", with("thresholdMinor", 0, "amountMinor", 1000), tea, "TEA", List.of());
        promotion(
                "全场满200减15", "AMOUNT_OFF", with("thresholdMinor", 20_000, "amountMinor", 1500), null, "ALL", List.of());
        promotion(
                "储值付款再减3.20",
                "AMOUNT_OFF",
                with("thresholdMinor", 0, "amountMinor", 320),
                null,
                "PAY",
                List.of("STORED_VALUE"));
        JsonNode quote = member.app()
                .post("/app/v1/quotes", basket(List.of(line(tea, 1), line(cup, 1))))
                .expect(200)
                .json();
        // 200 - 10, 50 - 10, and 15 off the 230 that are left
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(21_500);
        assertThat(quote.path("explanations").toString() + quote.path("lines")).contains("茶具八折", "龙井立减", "全场满200减15");
        JsonNode byValue = quote.path("byMeans").get(0);
        assertThat(byValue.path("payWith").get(0).asString()).isEqualTo("STORED_VALUE");
        assertThat(byValue.path("savesMinor").asLong()).isEqualTo(320);
        assertThat(byValue.path("text").asString()).contains("3.20");
    }

    @Test
    @Order(2)
    void aPriceForStoredValueIsPaidByStoredValueOnly() {
        Map<String, Object> wish = basket(List.of(line(tea, 1), line(cup, 1)));
        wish.put("payWith", List.of("STORED_VALUE"));
        wish.put("expectedPayableMinor", 21_180);
        JsonNode order = member.app().post("/app/v1/orders", wish).expect(201).json();
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        Shop.eventually(member::storedValue, 55_000L - 21_180);
        wish.remove("expectedPayableMinor");
        wish.put("storedValueMinor", 100);
        JsonNode refused = member.app().post("/app/v1/orders", wish).expect(409).json();
        assertThat(refused.path("code").asString()).isEqualTo("PAY_AS_QUOTED");
        assertThat(refused.path("facts").path("otherwiseMinor").asLong()).isEqualTo(21_500);
        JsonNode again = shop.hq
                .get("/hq/v1/orders/" + order.path("orderId").asString() + "/quote/again")
                .expect(200)
                .json();
        assertThat(again.path("same").asBoolean()).as(again.toString()).isTrue();
    }

    @Test
    @Order(3)
    void aSaleIsPaidFromEveryPurse() {
        long stored = member.storedValue();
        Map<String, Object> sale = with(
                "memberCode",
                member.code(),
                "couponIds",
                List.of(), // none, whatever other tests have given him
                "storedValueMinor",
                5000,
                "giftCards",
                List.of(with("code", giftCode(), "amountMinor", 4000)),
                "booked",
                List.of(with("label", "POS 机", "amountMinor", 3000)),
                "cash",
                with("receivedMinor", 10_000),
                "lines",
                List.of(with("skuId", pilates, "quantity", 1, "payByCard", true), line(tea, 1)));
        JsonNode sold = shop.clerk.post("/store/v1/sales", sale).expect(201).json();
        // the tea's own 10 would leave 190, below the 200 of the other rule: 15 off alone is cheaper; 90.00 by the card
        assertThat(sold.path("status").asString()).isEqualTo("PAID");
        assertThat(sold.path("payableMinor").asLong()).isEqualTo(27_500);
        List<String> kinds = new ArrayList<>();
        sold.path("tenders").forEach(tender -> kinds.add(tender.path("kind").asString()));
        assertThat(kinds).containsExactlyInAnyOrder("STORED_VALUE", "GIFT_CARD", "CARD_USE", "BOOKED", "CASH");
        mixed = sold.path("orderId").asString();
        Shop.eventually(member::storedValue, stored - 5000);
        Shop.eventually(this::usesLeft, 4L);
        Shop.eventually(() -> giftCards().get(0).path("balanceMinor").asLong(), VALUE - 4000);
        assertThat(member.held()).isZero();
        shop.clerk.get("/store/v1/orders/" + mixed + "/receipt").expect(200);
    }

    @Test
    @Order(4)
    void aMeansThatFailsFreesTheOthers() {
        long stored = member.storedValue();
        Map<String, Object> sale = with(
                "memberCode",
                member.code(),
                "couponIds",
                List.of(), // none, whatever other tests have given him
                "storedValueMinor",
                1000,
                "cash",
                with("receivedMinor", 30_000),
                "lines",
                List.of(with("skuId", pilates, "quantity", 9, "payByCard", true), line(tea, 1)));
        JsonNode refused = shop.clerk.post("/store/v1/sales", sale).expect(409).json();
        assertThat(refused.path("code").asString()).isEqualTo("NO_CARD_FOR_SERVICE");
        assertThat(member.storedValue()).isEqualTo(stored);
        assertThat(usesLeft()).isEqualTo(4);
        Shop.eventually(() -> shop.reserved(tea), 0L);
    }

    @Test
    @Order(5)
    void goodsForPointsTakeStockAndPoints() {
        String offer = shop.hq
                .post(
                        "/hq/v1/exchange-offers",
                        with(
                                "skuId",
                                cup,
                                "points",
                                10,
                                "cashMinor",
                                990,
                                "limitPerMember",
                                1,
                                "until",
                                Instant.now().plus(1, ChronoUnit.DAYS).toString()))
                .expect(201)
                .text("offerId");
        Shop.until(() -> member.points() >= 10);
        long points = member.points();
        long cups = shop.onHand(cup);
        Map<String, Object> wish = basket(List.of(with("skuId", cup, "quantity", 1, "exchangeOfferId", offer)));
        wish.put("storedValueMinor", -1);
        JsonNode order = member.app().post("/app/v1/orders", wish).expect(201).json();
        assertThat(order.path("payableMinor").asLong()).isEqualTo(990);
        assertThat(order.path("status").asString()).isEqualTo("PAID");
        Shop.eventually(() -> shop.onHand(cup), cups - 1);
        Shop.until(() -> member.held() == 0 && member.points() < points + 10);
        member.app().post("/app/v1/orders", wish).expect(409);
    }

    @Test
    @Order(6)
    void aUseIsRedeemedByTheCodeAndWhatWasPaidByManyMeansGoesBackToEach() {
        shop.clerk
                .post("/store/v1/redemptions", with("code", member.code(), "lines", List.of(line(pilates, 1))))
                .expect(201);
        Shop.eventually(this::usesLeft, 3L);
        long stored = member.storedValue();
        shop.clerk
                .post(
                        "/store/v1/orders/" + mixed + "/refunds",
                        with(
                                "reason",
                                "不合适",
                                "lines",
                                List.of(
                                        with("lineId", "1", "quantity", 1),
                                        with("lineId", "2", "quantity", 1, "restock", true))))
                .expect(201);
        Shop.eventually(this::usesLeft, 4L);
        Shop.eventually(member::storedValue, stored + 5000);
        Shop.eventually(() -> giftCards().get(0).path("balanceMinor").asLong(), VALUE);
        Shop.eventually(
                () -> shop.clerk.get("/store/v1/orders/" + mixed).expect(200).text("status"), "REFUNDED");
    }

    @Test
    @Order(7)
    void theBooksBalance() {
        shop.settles();
    }
}
