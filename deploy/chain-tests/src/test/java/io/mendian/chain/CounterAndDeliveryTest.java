package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Pre-sale, delivery, tip, printed code, a correction by two persons and a reviewed purchase over all services; then the figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CounterAndDeliveryTest {

    private static final long PRICE = 10_000;
    private static final long DEPOSIT = 1_000;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Shop shop = Shop.open();
    private final Member member = Member.joinsByWeChat(shop);
    private final String tea = shop.goods("明前龙井", PRICE, 20);
    private String presale = "";
    private String delivery = "";

    @Test
    @Order(1)
    void aDepositIsMoneyAndADebt() {
        Instant window = shop.chain.now().plus(WINDOW);
        String offer = shop.hq
                .post(
                        "/hq/v1/presale-offers",
                        with(
                                "skuId",
                                tea,
                                "depositMinor",
                                DEPOSIT,
                                "worthMinor",
                                2 * DEPOSIT,
                                "depositUntil",
                                window.toString(),
                                "balanceFrom",
                                window.toString(),
                                "balanceUntil",
                                window.plus(Duration.ofDays(1)).toString(),
                                "missed",
                                "KEEP",
                                "pieces",
                                1))
                .expect(201)
                .text("offerId");
        Map<String, Object> wish = with("offerId", offer, "storeId", shop.storeId, "quantity", 1);
        presale = member.app().post("/app/v1/presale-orders", wish).expect(201).text("orderId");
        member.app().post("/app/v1/presale-orders", wish).expectProblem(409, "PRESALE_SOLD_OUT");
        shop.clerk
                .post("/store/v1/orders/" + presale + "/cash", with("receivedMinor", DEPOSIT))
                .expect(200);
        JsonNode day = today();
        assertThat(day.at("/deposits/liabilityMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(day.path("revenueMinor").asLong()).isZero();
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(DEPOSIT);
        assertThat(shop.reserved(tea)).isEqualTo(1);
    }

    @Test
    @Order(2)
    void whatIsSentReachesTheMemberAndNobodyReadsHisAddress() {
        Map<String, Object> recipient =
                with("name", "李小明", "phone", member.phone(), "region", "上海市徐汇区", "detail", "衡山路 10 号 302");
        delivery = member.app()
                .post(
                        "/app/v1/orders",
                        with(
                                "storeId",
                                shop.storeId,
                                "lines",
                                List.of(with("skuId", tea, "quantity", 1)),
                                "handing",
                                with("way", "DELIVERY", "recipient", recipient)))
                .expect(201)
                .text("orderId");
        member.paysByWeChat(shop, delivery);
        Map<String, Object> parcel = with("carrier", "顺丰速运", "trackingNo", "SF" + shop.mark);
        member.app().post("/app/v1/orders/" + delivery + "/received", "").expect(409);
        shop.clerk.post("/store/v1/orders/" + delivery + "/shipment", parcel).expect(200);
        JsonNode seen = member.app()
                .get("/app/v1/orders/" + delivery + "/fulfilment")
                .expect(200)
                .json();
        assertThat(seen.path("status").asString()).isEqualTo("SHIPPED");
        assertThat(seen.path("trackingNo").asString()).isEqualTo("SF" + shop.mark);
        assertThat(seen.toString()).doesNotContain("衡山路", member.phone());
        member.app().post("/app/v1/orders/" + delivery + "/received", "").expect(200);
        member.app().post("/app/v1/orders/" + delivery + "/received", "").expect(200);
        assertThat(shop.clerk
                        .get("/store/v1/orders/" + delivery + "/fulfilment")
                        .expect(200)
                        .text("status"))
                .isEqualTo("DONE");
    }

    @Test
    @Order(3)
    void aTipIsTheClerksAndNoRevenue() {
        long points = member.points();
        Map<String, Object> sale = shop.cashSale(tea, 1, PRICE + 500);
        sale.put("tip", with("kind", "CASH", "amountMinor", 300));
        Door once = shop.clerk.withKey("tip-" + shop.mark);
        Door.Answer sold = once.post("/store/v1/sales", sale).expect(201);
        assertThat(once.post("/store/v1/sales", sale).text("orderId")).isEqualTo(sold.text("orderId"));
        assertThat(sold.number("/tenders/0/changeMinor")).isEqualTo(200);
        JsonNode day = today();
        assertThat(day.at("/tips/cashMinor").asLong()).isEqualTo(300);
        assertThat(day.at("/tips/byStaff/0/staffId").asString()).isEqualTo(shop.clerkId);
        assertThat(day.path("revenueMinor").asLong()).isEqualTo(2 * PRICE);
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(DEPOSIT + PRICE + 300);
        assertThat(member.points()).isGreaterThanOrEqualTo(points);
    }

    @Test
    @Order(4)
    void aPrintedCodeIsHandedOverOnceToWhoeverShowsIt() {
        String cup = shop.goods("茶杯", 3_000, 3);
        String template = shop.hq
                .post(
                        "/hq/v1/coupon-templates",
                        with(
                                "name",
                                "赠茶杯",
                                "kind",
                                "GIFT",
                                "settings",
                                with("giftSkuId", cup, "quantity", 1),
                                "validity",
                                with("days", 30),
                                "state",
                                "LIVE"))
                .expect(201)
                .text("templateId");
        String codes = "/hq/v1/coupon-templates/" + template + "/codes";
        shop.hq.post(codes, with("prefix", "CZ", "count", 2)).expect(201);
        String code = shop.hq.get(codes).expect(200).text("/0/code");
        Door.Answer given = shop.clerk
                .post("/store/v1/code-redemptions", with("code", code))
                .expect(201);
        assertThat(given.number("payableMinor")).isZero();
        shop.clerk.post("/store/v1/code-redemptions", with("code", code)).expectProblem(409, "COUPON_ALREADY_USED");
        Shop.eventually(() -> shop.onHand(cup), 2L);
    }

    @Test
    @Order(5)
    void storedValueIsPutRightByTwoPersonsOnly() {
        Door second = colleague();
        String asked = shop.hq
                .post(
                        "/hq/v1/members/" + member.key() + "/stored-value-adjustments",
                        with("principalMinor", 1_000, "bonusMinor", 200, "reason", "旧系统余额补录"))
                .expect(201)
                .text("adjustmentId");
        String approve = "/hq/v1/stored-value-adjustments/" + asked + "/approve";
        assertThat(member.storedValue()).isZero();
        shop.hq.post(approve, "").expectProblem(409, "SECOND_PERSON_NEEDED");
        second.post(approve, "").expect(200);
        second.post(approve, "").expectProblem(409, "ADJUSTMENT_DECIDED");
        assertThat(member.storedValue()).isEqualTo(1_200);
    }

    private Door colleague() {
        String login = "zhou" + shop.mark;
        String password = "Mendian-" + login + "-26";
        shop.hq
                .post("/hq/v1/staff", with("login", login, "name", "周会计", "role", "HQ_ADMIN", "password", password))
                .expect(201);
        return shop.chain
                .door()
                .as(
                        "/hq",
                        shop.chain
                                .door()
                                .post("/hq/v1/login", Map.of("login", login, "password", password))
                                .expect(200)
                                .json());
    }

    @Test
    @Order(6)
    void anApprovedReviewBringsItsPointsOnce() {
        shop.hq.put("/hq/v1/review-rule", with("points", 30, "withinDays", 30)).expect(200);
        String path = "/app/v1/me/orders/" + delivery + "/lines/1/review";
        Map<String, Object> review = with("stars", 5, "text", "茶很香，包装也好");
        Shop.until(() -> member.pointsCauses().contains(delivery));
        long points = member.points();
        String written = member.app().post(path, review).expect(201).text("reviewId");
        member.app().post(path, review).expectProblem(409, "REVIEW_WRITTEN");
        shop.hq.post("/hq/v1/reviews/" + written + "/approve", "").expect(200);
        shop.hq.post("/hq/v1/reviews/" + written + "/approve", "").expectProblem(409, "REVIEW_DECIDED");
        Shop.eventually(member::points, points + 30);
        assertThat(member.app()
                        .get("/app/v1/products/" + tea + "/reviews")
                        .expect(200)
                        .body())
                .contains("茶很香")
                .doesNotContain(member.key());
    }

    @Test
    @Order(7)
    void theBalanceMakesThePresaleAnOrderAndTheDebtEnds() {
        Shop.until(() -> member.app()
                        .post("/app/v1/orders/" + presale + "/wechat-payments", Map.of())
                        .status()
                == 201);
        member.paysByWeChat(shop, presale);
        JsonNode day = today();
        assertThat(day.at("/deposits/liabilityMinor").asLong()).isZero();
        assertThat(day.at("/deposits/usedMinor").asLong()).isEqualTo(DEPOSIT);
        // two whole pieces, and one for its deposit and the rest of its price
        assertThat(day.path("revenueMinor").asLong()).isEqualTo(3 * PRICE - DEPOSIT);
        shop.settles();
        Shop.eventually(() -> shop.report().path("revenueMinor").asLong(), 3 * PRICE - DEPOSIT);
    }

    private JsonNode today() {
        return shop.clerk.get("/store/v1/days/today").expect(200).json();
    }
}
