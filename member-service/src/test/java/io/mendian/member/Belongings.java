package io.mendian.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A member of a shop who has one of everything that has an id; the order's line 1 is the card. */
record Belongings(
        Api api,
        Shops.Shop shop,
        MemberKey key,
        String order,
        String card,
        String giftCard,
        String transfer,
        String gift,
        String offer,
        String redemption,
        String adjustment,
        String walletAdjustment,
        String goodsOrder,
        String review,
        String share,
        String notice) {

    static Belongings of(Api api, Deliveries deliveries, Assets assets, Instant now) {
        Shops.Shop shop = Shops.open(api);
        MemberKey key = People.joined(api, shop.id(), People.phone());
        Sale cards = assets.saleTo(key)
                .in(shop.id())
                .card(1, new CardTerms("PERIOD", 0, 30, List.of(), List.of()), 30_000)
                .card(1, new CardTerms("GIFT", 0, null, List.of(), List.of(), 10_000L), 10_000);
        deliveries.deliver(cards.paid());
        Sale goods = assets.saleTo(key).in(shop.id()).goods(30_000).goods(1_000);
        deliveries.deliver(goods.paid());
        deliveries.deliver(assets.saleTo(key).in(shop.id()).recharge(10_000, 0).paid());
        Api owner = api.as(TestCallers.member(key));
        Api chain = api.as(TestCallers.headquarters());
        String offer = made(chain, "/hq/v1/redeem-offers", offer(now), "offerId");
        Map<String, Object> five = Map.of("points", 5, "reason", "补记");
        return new Belongings(
                api,
                shop,
                key,
                cards.orderId().text(),
                first(owner, "/app/v1/me/cards", "cardId"),
                first(owner, "/app/v1/me/gift-cards", "giftCardId"),
                made(owner, "/app/v1/me/transfers", Map.of("amountMinor", 1_000), "transferId"),
                made(owner, "/app/v1/me/points-gifts", Map.of("points", 10), "giftId"),
                offer,
                made(owner, "/app/v1/redeem-offers/" + offer + "/redemptions", "", "redemptionId"),
                made(chain, "/hq/v1/members/" + key + "/points-adjustments", five, "adjustmentId"),
                made(
                        chain,
                        "/hq/v1/members/" + key + "/stored-value-adjustments",
                        Map.of("principalMinor", 5, "bonusMinor", 0, "reason", "补记"),
                        "adjustmentId"),
                goods.orderId().text(),
                made(
                        owner,
                        "/app/v1/me/orders/" + goods.orderId() + "/lines/1/review",
                        Map.of("stars", 4, "text", "不错"),
                        "reviewId"),
                made(
                        owner,
                        "/app/v1/me/cards/" + first(owner, "/app/v1/me/cards", "cardId") + "/shares",
                        Map.of("phone", People.phone(), "relation", "OTHER"),
                        "shareId"),
                assets.warned(key));
    }

    /** Ends what is still on its way, as only its owner and headquarters can, and finds the cards as they were. */
    void takeBack() {
        Api owner = api.as(TestCallers.member(key));
        owner.post("/app/v1/me/transfers/" + transfer + "/cancel", "").expect(204);
        owner.post("/app/v1/me/points-gifts/" + gift + "/withdraw", "").expect(200);
        api.as(TestCallers.headquarters(Right.ASSETS_ADJUST))
                .post("/hq/v1/points-adjustments/" + adjustment + "/reject", Map.of("reason", "误报"))
                .expect(200);
        api.as(TestCallers.headquarters(Right.ASSETS_ADJUST))
                .post("/hq/v1/stored-value-adjustments/" + walletAdjustment + "/reject", Map.of("reason", "误报"))
                .expect(200);
        assertThat(first(owner, "/app/v1/me/cards", "status")).isEqualTo("ACTIVE");
        assertThat(first(owner, "/app/v1/me/gift-cards", "status")).isNotEqualTo("BLOCKED");
    }

    private static Map<String, Object> offer(Instant now) {
        return Map.of(
                "name",
                "满100减10",
                "templateId",
                "101",
                "points",
                10,
                "from",
                now.minusSeconds(60),
                "until",
                now.plus(Duration.ofDays(1)),
                "active",
                true);
    }

    private static String first(Api reader, String path, String name) {
        return reader.get(path).expect(200).json().get(0).path(name).asString();
    }

    private static String made(Api maker, String path, Object body, String name) {
        return maker.post(path, body).expect(201).json().path(name).asString();
    }
}
