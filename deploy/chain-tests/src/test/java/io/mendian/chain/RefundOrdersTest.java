package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two equal orders come back in pieces, in two different orders, and everything ends as if nothing had been bought. */
class RefundOrdersTest {

    private static final int MUGS = 3;
    private static final int TEAS = 2;

    private final Shop shop = Shop.open();
    private final String mug = shop.goods("马克杯", 3_333, 40);
    private final String tea = shop.goods("红茶", 5_000, 40);
    private final String coupon = shop.coupon(15_000, 1_000, 1, List.of(mug, tea));
    private final String recharge = shop.rechargeProduct(20_000, 2_000);

    private record Piece(int line, int quantity) {}

    /** A customer with stored value (paid and given), points, and a coupon. */
    private Member customer() {
        Member member = Member.joinsByWeChat(shop);
        String topUp = ordered(member, List.of(with("skuId", recharge, "quantity", 1)), 0, 0);
        member.paysByWeChat(shop, topUp);
        Shop.eventually(member::storedValue, 22_000L);
        shop.sellTo(member, shop.goods("茶壶", 60_000, 1), 1, 60_000);
        Shop.eventually(member::points, 600L);
        member.claims(coupon);
        return member;
    }

    private String ordered(Member member, List<Map<String, Object>> lines, long points, long storedValue) {
        return member.app()
                .post(
                        "/app/v1/orders",
                        with(
                                "storeId",
                                shop.storeId,
                                "lines",
                                lines,
                                "usePoints",
                                points,
                                "storedValueMinor",
                                storedValue))
                .expect(201)
                .text("orderId");
    }

    private String mixedOrder(Member member) {
        String order = ordered(
                member, List.of(with("skuId", mug, "quantity", MUGS), with("skuId", tea, "quantity", TEAS)), -1, 7_001);
        member.paysByWeChat(shop, order);
        return order;
    }

    /** Everything the customer has. */
    private Map<String, Object> assets(Member member) {
        Map<String, Object> found = new TreeMap<>();
        JsonNode points = member.app().get("/app/v1/me/points").expect(200).json();
        found.put("points", points.path("balance").asLong());
        found.put("debt", points.path("debt").asLong());
        JsonNode wallet =
                member.app().get("/app/v1/me/stored-value").expect(200).json();
        found.put("principal", wallet.path("principalMinor").asLong());
        found.put("bonus", wallet.path("bonusMinor").asLong());
        found.put("level", member.level());
        List<String> states = new ArrayList<>();
        member.app()
                .get("/app/v1/coupons?limit=200")
                .expect(200)
                .json()
                .forEach(one -> states.add(one.path("state").asString()));
        found.put("coupons", states);
        return found;
    }

    private void returned(String order, List<Piece> pieces) {
        Map<String, Object> wish = with(
                "reasonCode",
                "DISLIKE",
                "lines",
                pieces.stream()
                        .map(piece -> with("lineId", Integer.toString(piece.line), "quantity", piece.quantity))
                        .toList());
        // member-service may not have heard yet of an order that was made a moment ago: the preview says so
        Shop.until(() -> preview(order, wish).path("unknown").isEmpty());
        JsonNode said = preview(order, wish);
        Door.Answer refund = shop.manager
                .post("/store/v1/orders/" + order + "/refunds", wish)
                .expect(201);
        assertThat(refund.number("amountMinor"))
                .isEqualTo(said.path("amountMinor").asLong());
        String id = refund.text("refundId");
        Shop.eventually(
                () -> shop.manager.get("/store/v1/refunds/" + id).expect(200).text("status"), "DONE");
    }

    private JsonNode preview(String order, Map<String, Object> wish) {
        return shop.manager
                .post("/store/v1/orders/" + order + "/refunds/preview", wish)
                .expect(200)
                .json();
    }

    private List<Long> backByTender(Member member, String order) {
        List<Long> back = new ArrayList<>();
        JsonNode seen = member.app().get("/app/v1/orders/" + order).expect(200).json();
        seen.path("tenders").forEach(tender -> {
            back.add(tender.path("refundedMinor").asLong());
            assertThat(tender.path("refundedMinor").asLong())
                    .isEqualTo(tender.path("amountMinor").asLong());
        });
        return back;
    }

    @Test
    void threePartsInTwoDifferentOrdersEndEqual() {
        Member one = customer();
        Member other = customer();
        Map<String, Object> before = assets(one);
        assertThat(assets(other)).isEqualTo(before);
        long mugs = shop.onHand(mug);
        long teas = shop.onHand(tea);
        String first = mixedOrder(one);
        String second = mixedOrder(other);
        Shop.eventually(() -> shop.onHand(mug), mugs - 2 * MUGS);
        Shop.until(() -> one.held() == 0 && other.held() == 0);
        Shop.until(() -> earned(one, first) && earned(other, second));
        assertThat(assets(one)).isEqualTo(assets(other)).isNotEqualTo(before);

        returned(first, List.of(new Piece(1, 1)));
        returned(second, List.of(new Piece(2, 2)));
        returned(first, List.of(new Piece(1, 1), new Piece(2, 1)));
        returned(second, List.of(new Piece(1, 2)));
        returned(first, List.of(new Piece(1, 1), new Piece(2, 1)));
        returned(second, List.of(new Piece(1, 1)));

        assertThat(backByTender(one, first))
                .isEqualTo(backByTender(other, second))
                .hasSize(2);
        assertThat(one.orderStatus(first)).isEqualTo("REFUNDED");
        Shop.eventually(() -> assets(one), before);
        Shop.eventually(() -> assets(other), before);
        Shop.eventually(() -> shop.onHand(mug), mugs);
        Shop.eventually(() -> shop.onHand(tea), teas);
        shop.settles();
    }

    private static boolean earned(Member member, String order) {
        return member.app().get("/app/v1/me/points").expect(200).body().contains(order);
    }

    @Test
    void anExchangeOfGoodsPaidByStoredValueGivesItBackWhenTheNewOnesComeBackToo() {
        Member member = customer();
        long before = member.storedValue();
        String order = ordered(member, List.of(with("skuId", tea, "quantity", 1)), 0, -1);
        Shop.eventually(() -> member.orderStatus(order), "PAID");
        Shop.eventually(member::held, 0L);
        long paid = before - member.storedValue();
        JsonNode exchange = shop.manager
                .post(
                        "/store/v1/orders/" + order + "/exchanges",
                        with(
                                "reasonCode",
                                "DISLIKE",
                                "lines",
                                List.of(with("lineId", "1", "quantity", 1)),
                                "taken",
                                List.of(with("skuId", tea, "quantity", 1))))
                .expect(201)
                .json();
        assertThat(exchange.path("status").asString()).as(exchange.toString()).isEqualTo("DONE");
        String taken = exchange.at("/newOrder/orderId").asString();
        assertThat(exchange.path("carriedMinor").asLong()).isEqualTo(paid);
        returned(taken, List.of(new Piece(1, 1)));
        Shop.eventually(member::storedValue, before);
        shop.settles();
    }

    @Test
    void aMemberAsksForAReturnAndTheStoreTakesItUp() {
        Member member = customer();
        String order = ordered(member, List.of(with("skuId", tea, "quantity", 2)), 0, -1);
        Shop.eventually(() -> member.orderStatus(order), "PAID");
        String refund = member.app()
                .post(
                        "/app/v1/orders/" + order + "/refunds",
                        with("reasonCode", "QUALITY", "lines", List.of(with("lineId", "1", "quantity", 1))))
                .expect(201)
                .text("refundId");
        assertThat(shop.manager
                        .get("/store/v1/refunds?status=REQUESTED")
                        .expect(200)
                        .body())
                .contains(refund);
        shop.manager
                .post("/store/v1/refunds/" + refund + "/accept", with("note", "已收到"))
                .expect(200);
        Shop.eventually(
                () -> member.app().get("/app/v1/refunds/" + refund).expect(200).text("status"), "DONE");
        assertThat(member.orderStatus(order)).isEqualTo("PARTLY_REFUNDED");
        shop.settles();
    }
}
