package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The steps of selling: at the till, by phone, parked, returned, never paid. */
final class SellingSteps {

    private final TradingDay day;
    private final Shop shop;

    SellingSteps(TradingDay day) {
        this.day = day;
        this.shop = day.shop;
    }

    void aSaleToAnUnknownPhoneMakesAMember() {
        String phone = Member.newPhone();
        JsonNode sale = shop.clerk
                .post(
                        "/store/v1/sales",
                        with(
                                "lines",
                                List.of(with("barcode", day.teaEan, "quantity", 2)),
                                "memberPhone",
                                phone,
                                "cash",
                                with("receivedMinor", 30_000)))
                .expect(201)
                .json();
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(2 * 11_800);
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        Member later = Member.joinsByPhone(shop, phone);
        assertThat(later.key()).isEqualTo(sale.path("memberKey").asString());
        Shop.eventually(later::points, 236L);
        Shop.eventually(() -> shop.onHand(day.id("TEA")), day.teaAtFirst - 2);
        Shop.eventually(() -> shop.report().path("orders").asLong(), 1L);
    }

    void aQuoteExplainsEachLine() {
        Member member = day.member("wechat");
        day.ids.put("coupon", member.claims(day.id("满200减20")));
        member.app()
                .post("/app/v1/coupon-templates/" + day.id("满200减20") + "/claims", Map.of())
                .expect(409);
        JsonNode quote = member.app()
                .post("/app/v1/quotes", day.basket(day.id("TEA"), 3))
                .expect(200)
                .json();
        assertThat(quote.path("listMinor").asLong()).isEqualTo(38_400);
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(3 * 11_800 - 2_000);
        assertThat(quote.at("/lines/0/explanations").size())
                .as(quote.toString())
                .isEqualTo(2);
    }

    void anOrderPaidByWeChatMovesEverythingOnceAlsoWhenItIsToldTwice() {
        Member member = day.member("wechat");
        JsonNode before = shop.report();
        long tea = shop.onHand(day.id("TEA"));
        shop.chain
                .simulators()
                .put("/_sim/faults", Map.of("notify", "duplicate"))
                .expect(200);
        String order = member.app()
                .post("/app/v1/orders", day.basket(day.id("TEA"), 3))
                .expect(201)
                .text("orderId");
        assertThat(shop.reserved(day.id("TEA"))).isEqualTo(3);
        assertThat(member.couponState(day.id("coupon"))).isEqualTo("HELD");
        day.ids.put("order", order);
        member.paysByWeChat(shop, order);
        shop.chain.simulators().delete("/_sim/faults");

        Shop.eventually(() -> shop.onHand(day.id("TEA")), tea - 3);
        Shop.eventually(() -> member.couponState(day.id("coupon")), "USED");
        Shop.eventually(member::points, 334L);
        Shop.eventually(member::level, "SILVER");
        Shop.eventually(() -> historyOf(member), 1);
        Shop.eventually(
                () -> shop.report().path("salesMinor").asLong(),
                before.path("salesMinor").asLong() + 33_400);
        assertThat(shop.report().path("orders").asLong())
                .isEqualTo(before.path("orders").asLong() + 1);
        shop.booksBalance();
        assertThat(member.points()).isEqualTo(334);
        assertThat(shop.onHand(day.id("TEA"))).isEqualTo(tea - 3);
        assertThat(shop.reserved(day.id("TEA"))).isZero();
    }

    private static int historyOf(Member member) {
        JsonNode history =
                member.app().get("/app/v1/me/orders-history").expect(200).json();
        return history.path("entries").size();
    }

    void heRechargesWithABonusAndPaysByStoredValue() {
        Member member = day.member("wechat");
        String recharge = shop.rechargeProduct(10_000, 1_000);
        String order = member.app()
                .post("/app/v1/orders", day.basket(recharge, 1))
                .expect(201)
                .text("orderId");
        member.paysByWeChat(shop, order);
        Shop.eventually(member::storedValue, 11_000L);

        Map<String, Object> cups = day.basket(day.id("CUP"), 1);
        cups.put("storedValueMinor", -1);
        JsonNode paid = member.app().post("/app/v1/orders", cups).expect(201).json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(paid.path("payableMinor").asLong()).as("98折").isEqualTo(4_900);
        Shop.eventually(member::storedValue, 11_000L - 4_900);
        Shop.eventually(member::points, 334L + 53);
    }

    void aSaleIsParkedAndResumed() {
        List<Map<String, Object>> lines = List.of(with("skuId", day.id("CUP"), "quantity", 1));
        String parked = shop.clerk
                .post("/store/v1/parked-sales", with("label", "穿红衣服的客人", "lines", lines))
                .expect(201)
                .text("parkedSaleId");
        JsonNode basket = shop.manager
                .post("/store/v1/parked-sales/" + parked + "/resume", Map.of())
                .expect(200)
                .json()
                .path("basket");
        shop.clerk
                .post("/store/v1/parked-sales/" + parked + "/resume", Map.of())
                .expectProblem(409, "PARKED_SALE_GONE");
        assertThat(basket.at("/lines/0/skuId").asString()).isEqualTo(day.id("CUP"));
        JsonNode sale = shop.clerk
                .post("/store/v1/sales", with("lines", lines, "cash", with("receivedMinor", 10_000)))
                .expect(201)
                .json();
        assertThat(sale.at("/tenders/0/changeMinor").asLong()).isEqualTo(5_000);
    }

    void oneOfThreePiecesComesBackAndItsPaidShareWithIt() {
        Member member = day.member("wechat");
        long tea = shop.onHand(day.id("TEA"));
        long points = member.points();
        String order = day.id("order");
        String line = member.app().get("/app/v1/orders/" + order).expect(200).text("lines/0/lineId");
        Map<String, Object> body =
                with("lines", List.of(with("lineId", line, "quantity", 1, "restock", true)), "reason", "不喜欢");
        JsonNode refund = shop.manager
                .post("/store/v1/orders/" + order + "/refunds", body)
                .expect(201)
                .json();
        long amount = refund.path("amountMinor").asLong();
        assertThat(amount).isBetween(11_133L, 11_134L);
        assertThat(refund.at("/parts/0/kind").asString()).isEqualTo("WECHAT_PAY");
        String refundId = refund.path("refundId").asString();
        Shop.eventually(
                () -> shop.manager
                        .get("/store/v1/refunds/" + refundId)
                        .expect(200)
                        .text("status"),
                "DONE");
        Shop.eventually(() -> member.orderStatus(order), "PARTLY_REFUNDED");
        Shop.eventually(() -> shop.onHand(day.id("TEA")), tea + 1);
        Shop.eventually(member::points, points - 334 + (33_400 - amount) / 100);
        Shop.eventually(() -> shop.report().path("refundsMinor").asLong(), amount);
    }

    void anUnpaidOrderEndsByItselfAndEverythingItHeldIsFree() {
        Member member = Member.joinsByPhone(shop);
        String coupon = member.claims(day.id("满200减20"));
        long reserved = shop.reserved(day.id("TEA"));
        shop.chain.kill(io.mendian.supervisor.Part.ORDER);
        shop.chain.upWith(Map.of("MENDIAN_ORDER_PAYMENT_DEADLINE", "3s"));
        String order = member.app()
                .post("/app/v1/orders", day.basket(day.id("TEA"), 3))
                .expect(201)
                .text("orderId");
        Shop.eventually(() -> member.orderStatus(order), "CANCELLED");
        Shop.eventually(() -> member.couponState(coupon), "AVAILABLE");
        Shop.eventually(() -> shop.reserved(day.id("TEA")), reserved);
        shop.chain.kill(io.mendian.supervisor.Part.ORDER);
        shop.chain.up();
    }
}
