package io.mendian.chain;

import static io.mendian.chain.Door.with;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A gym with what a member pays by: stored value, cards, gift cards, points. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class MixedTendersCase {

    static final long VALUE = 10_000;

    final Shop shop = Shop.openGym();

    final Member member = Member.joinsByWeChat(shop);

    final String pilates = sku("SERVICE", "普拉提", 9000, with("durationMinutes", 50));

    final String tea = shop.goods("龙井茶", 20_000, 50);

    final String cup = shop.goods("茶杯", 5000, 20);

    String mixed = "";

    @BeforeAll
    void theMemberBuysStoredValueACardAndAGiftCard() {
        buyAtTill(shop.rechargeProduct(50_000, 5_000), 50_000);
        buyAtTill(
                sku(
                        "CARD",
                        "普拉提五次卡",
                        39_000,
                        with("cardTerms", with("kind", "PUNCH", "uses", 5, "serviceSkuIds", List.of(pilates)))),
                39_000);
        buyAtTill(
                sku("CARD", "礼品卡", VALUE, with("cardTerms", with("kind", "GIFT", "uses", 0, "valueMinor", VALUE))),
                VALUE);
        Shop.eventually(member::storedValue, 55_000L);
        Shop.eventually(this::usesLeft, 5L);
        Shop.until(() -> !giftCards().isEmpty());
    }

    void promotion(
            String name, String kind, Map<String, Object> settings, String sku, String category, List<String> tenders) {
        Map<String, Object> wish = with(
                "name",
                name,
                "kind",
                kind,
                "settings",
                settings,
                "scope",
                sku == null
                        ? with("storeIds", List.of(shop.storeId))
                        : with("storeIds", List.of(shop.storeId), "skuIds", List.of(sku)),
                "stacking",
                with("category", category),
                "audience",
                with("tenders", tenders),
                "validFrom",
                Instant.now().minus(1, ChronoUnit.HOURS).toString(),
                "validTo",
                Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                "state",
                "LIVE");
        Door.Answer answer = shop.hq.post("/hq/v1/promotions", wish);
        if (answer.status() == 409) {
            // the check before publishing tells what the rule does to others; here that is wanted
            wish.put("acknowledge", answer.json().path("facts").path("findings"));
            answer = shop.hq.post("/hq/v1/promotions", wish);
        }
        answer.expect(201);
    }

    String sku(String kind, String name, long price, Map<String, Object> more) {
        Map<String, Object> sku = with("code", "M" + Ean.random(), "kind", kind, "name", name, "listPriceMinor", price);
        sku.putAll(more);
        return shop.hq.post("/hq/v1/skus", sku).expect(201).text("id");
    }

    void buyAtTill(String sku, long cash) {
        shop.sellTo(member, sku, 1, cash);
    }

    long usesLeft() {
        long uses = 0;
        for (JsonNode card : member.app().get("/app/v1/me/cards").expect(200).json()) {
            uses += card.path("usesLeft").asLong();
        }
        return uses;
    }

    JsonNode giftCards() {
        return member.app().get("/app/v1/me/gift-cards").expect(200).json();
    }

    String giftCode() {
        return member.app()
                .post(
                        "/app/v1/me/gift-cards/"
                                + giftCards().get(0).path("giftCardId").asString() + "/code",
                        Map.of())
                .expect(200)
                .text("code");
    }

    Map<String, Object> basket(List<Map<String, Object>> lines) {
        return with("storeId", shop.storeId, "lines", lines);
    }

    static Map<String, Object> line(String sku, int quantity) {
        return with("skuId", sku, "quantity", quantity);
    }
}
