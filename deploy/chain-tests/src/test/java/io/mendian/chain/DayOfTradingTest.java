package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A day of trading through the gateway, as each role: every step goes on where the one before it ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DayOfTradingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Shop shop = Shop.open();
    private final Door hq = shop.hq;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Member> people = new HashMap<>();
    private final String teaEan = Ean.random();
    private long teaAtFirst;

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private Member member(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    @Test
    @Order(1)
    void rightsOfAClerkEndAtHisStoreAndAtOnceWhenHeLeaves() {
        Shop other = Shop.open();
        assertThat(other.clerk.get("/hq/v1/stores").status()).isIn(401, 403);
        other.clerk.get("/store/v1/stores/" + shop.storeId).expect(404);
        other.manager.get("/store/v1/staff/" + shop.clerkId).expect(404);
        other.clerk.get("/store/v1/me").expect(200);
        other.manager
                .post("/store/v1/staff/" + other.clerkId + "/leave", Map.of())
                .expect(200);
        other.clerk.get("/store/v1/me").expect(401);
        other.clerk.get("/store/v1/days/today").expect(401);
        other.manager.get("/store/v1/me").expect(200);
    }

    @Test
    @Order(2)
    void aCatalogueIsImportedAfterADryRunThatListsEveryBadRow() {
        String m = shop.mark;
        String head = "编码,类型,名称,分类,零售价,会员价,条码,时长,次数,有效天数,适用服务\n";
        String bad = head + "TEA" + m + ",商品,龙井茶,茶,128.00,118.00,6901234567890,,,,\n"
                + "CUP" + m + ",商品,茶杯,器具,-1,,,,,,\n"
                + "YOGA" + m + ",服务,动感单车,课程,60.00,,,,,,\n"
                + "OK" + m + ",商品,茶点,茶,10.00,,,,,,\n";
        JsonNode dry = hq.upload("/hq/v1/skus/import?dryRun=true", "catalogue.csv", bad)
                .expect(200)
                .json();
        assertThat(dry.path("bad").asInt()).as(dry.toString()).isEqualTo(3);
        assertThat(dry.path("written").asBoolean()).isFalse();
        assertThat(dry.findValuesAsString("row")).containsExactlyInAnyOrder("2", "3", "4");
        assertThat(hq.get("/hq/v1/skus?q=OK" + m)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();

        String good = head + "TEA" + m + ",商品,龙井茶,茶,128.00,118.00," + teaEan + ",,,,\n"
                + "CUP" + m + ",商品,茶杯,器具,50.00,,,,,,\n"
                + "YOGA" + m + ",服务,动感单车,课程,60.00,,,50,,,\n"
                + "CARD" + m + ",次卡,单车十次卡,卡,500.00,,,,10,90,YOGA" + m + "\n"
                + "HAIR" + m + ",服务,剪发,服务,80.00,,,60,,,\n";
        JsonNode real = hq.upload("/hq/v1/skus/import?dryRun=false", "catalogue.csv", good)
                .expect(200)
                .json();
        assertThat(real.path("created").asInt()).as(real.toString()).isEqualTo(5);
        for (String code : List.of("TEA", "CUP", "YOGA", "CARD", "HAIR")) {
            ids.put(
                    code,
                    hq.get("/hq/v1/skus?q=" + code + m)
                            .expect(200)
                            .json()
                            .at("/items/0/id")
                            .asString());
        }
    }

    @Test
    @Order(3)
    void goodsAreReceivedAgainstADocument() {
        shop.receive(id("TEA"), 50);
        shop.receive(id("CUP"), 20);
        teaAtFirst = shop.onHand(id("TEA"));
    }

    @Test
    @Order(4)
    void headquartersSetsLevelsPointsAndCoupons() {
        JsonNode levels = hq.get("/hq/v1/levels").expect(200).json();
        ((ObjectNode) levels.get(1).path("thresholds")).put("SPEND", 30_000);
        hq.put("/hq/v1/levels", with("levels", levels)).expect(200);
        ObjectNode rule = (ObjectNode) hq.get("/hq/v1/points-rule").expect(200).json();
        rule.remove("version");
        hq.put("/hq/v1/points-rule", rule.put("pointsPerUnit", 1)).expect(200);
        ids.put("满200减20", shop.coupon(20_000, 2_000, 1, List.of(id("TEA"))));
    }

    @Test
    @Order(5)
    void customersJoinByPhoneAndByWeChat() {
        people.put("phone", Member.joinsByPhone(shop));
        people.put("wechat", Member.joinsByWeChat(shop));
        Member wechat = member("wechat");
        assertThat(wechat.app().get("/app/v1/me").expect(200).text("phone")).doesNotContain(wechat.phone());
        assertThat(wechat.level()).isEqualTo("ORDINARY");
    }

    @Test
    @Order(6)
    void aSaleToAnUnknownPhoneMakesAMember() {
        String phone = Member.newPhone();
        JsonNode sale = shop.clerk
                .post(
                        "/store/v1/sales",
                        with(
                                "lines",
                                List.of(with("barcode", teaEan, "quantity", 2)),
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
        Shop.eventually(() -> shop.onHand(id("TEA")), teaAtFirst - 2);
        Shop.eventually(() -> shop.report().path("orders").asLong(), 1L);
    }

    @Test
    @Order(7)
    void aQuoteExplainsEachLine() {
        Member member = member("wechat");
        ids.put("coupon", member.claims(id("满200减20")));
        member.app()
                .post("/app/v1/coupon-templates/" + id("满200减20") + "/claims", Map.of())
                .expect(409);
        JsonNode quote = member.app()
                .post("/app/v1/quotes", basket(id("TEA"), 3))
                .expect(200)
                .json();
        assertThat(quote.path("listMinor").asLong()).isEqualTo(38_400);
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(3 * 11_800 - 2_000);
        assertThat(quote.at("/lines/0/explanations").size())
                .as(quote.toString())
                .isEqualTo(2);
    }

    private Map<String, Object> basket(String sku, int quantity) {
        return with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", quantity)));
    }

    @Test
    @Order(8)
    void anOrderPaidByWeChatMovesEverythingOnceAlsoWhenItIsToldTwice() {
        Member member = member("wechat");
        JsonNode before = shop.report();
        long tea = shop.onHand(id("TEA"));
        shop.chain
                .simulators()
                .put("/_sim/faults", Map.of("notify", "duplicate"))
                .expect(200);
        String order = member.app()
                .post("/app/v1/orders", basket(id("TEA"), 3))
                .expect(201)
                .text("orderId");
        assertThat(shop.reserved(id("TEA"))).isEqualTo(3);
        assertThat(member.couponState(id("coupon"))).isEqualTo("HELD");
        ids.put("order", order);
        member.paysByWeChat(shop, order);
        shop.chain.simulators().delete("/_sim/faults");

        Shop.eventually(() -> shop.onHand(id("TEA")), tea - 3);
        Shop.eventually(() -> member.couponState(id("coupon")), "USED");
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
        assertThat(shop.onHand(id("TEA"))).isEqualTo(tea - 3);
        assertThat(shop.reserved(id("TEA"))).isZero();
    }

    private static int historyOf(Member member) {
        JsonNode history =
                member.app().get("/app/v1/me/orders-history").expect(200).json();
        return history.path("entries").size();
    }

    @Test
    @Order(9)
    void heRechargesWithABonusAndPaysByStoredValue() {
        Member member = member("wechat");
        String recharge = shop.rechargeProduct(10_000, 1_000);
        String order = member.app()
                .post("/app/v1/orders", basket(recharge, 1))
                .expect(201)
                .text("orderId");
        member.paysByWeChat(shop, order);
        Shop.eventually(member::storedValue, 11_000L);

        Map<String, Object> cups = basket(id("CUP"), 1);
        cups.put("storedValueMinor", -1);
        JsonNode paid = member.app().post("/app/v1/orders", cups).expect(201).json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(paid.path("payableMinor").asLong()).as("98折").isEqualTo(4_900);
        Shop.eventually(member::storedValue, 11_000L - 4_900);
        Shop.eventually(member::points, 334L + 53);
    }

    @Test
    @Order(10)
    void aSaleIsParkedAndResumed() {
        List<Map<String, Object>> lines = List.of(with("skuId", id("CUP"), "quantity", 1));
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
        assertThat(basket.at("/lines/0/skuId").asString()).isEqualTo(id("CUP"));
        JsonNode sale = shop.clerk
                .post("/store/v1/sales", with("lines", lines, "cash", with("receivedMinor", 10_000)))
                .expect(201)
                .json();
        assertThat(sale.at("/tenders/0/changeMinor").asLong()).isEqualTo(5_000);
    }

    @Test
    @Order(11)
    void aClassSeatIsBookedTheFullClassRefusesAndACheckInTakesOneUseOfTheCard() {
        Member member = member("wechat");
        shop.sellTo(member, id("CARD"), 1, 50_000);
        Shop.eventually(() -> usesLeft(member), 10);

        ZonedDateTime soon = ZonedDateTime.now(SHANGHAI)
                .plusMinutes(65)
                .truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(55);
        Map<String, Object> series = with(
                "serviceSkuId",
                id("YOGA"),
                "name",
                "动感单车",
                "kind",
                "SPINNING",
                "weekday",
                soon.getDayOfWeek(),
                "startTime",
                soon.toLocalTime().toString(),
                "firstDate",
                soon.toLocalDate().toString(),
                "capacity",
                2,
                "closesMinutesBefore",
                0,
                "cardUse",
                true);
        Shop.until(() -> shop.manager.post("/store/v1/class-series", series).status() == 201);
        String session = member.app()
                .get("/app/v1/classes?storeId=" + shop.storeId + "&date=" + soon.toLocalDate())
                .expect(200)
                .json()
                .at("/0/sessionId")
                .asString();
        String seats = "/app/v1/class-sessions/" + session + "/bookings";
        String booking = member.app().post(seats, "").expect(201).text("bookingId");
        member("phone").app().post(seats, "").expect(201);
        Member.joinsByPhone(shop).app().post(seats, "").expectProblem(409, "CLASS_FULL");

        JsonNode in = shop.clerk
                .post("/store/v1/check-ins", with("memberCode", member.code(), "bookingId", booking))
                .expect(201)
                .json();
        assertThat(in.path("state").asString()).isEqualTo("CHECKED_IN");
        assertThat(in.path("usesLeft").asInt()).isEqualTo(9);
        assertThat(usesLeft(member)).isEqualTo(9);
    }

    private static int usesLeft(Member member) {
        return member.app()
                .get("/app/v1/me/cards")
                .expect(200)
                .json()
                .at("/0/usesLeft")
                .asInt(-1);
    }

    @Test
    @Order(12)
    void anAppointmentTakesTheStylistOnce() {
        hq.put(
                        "/hq/v1/services/" + id("HAIR") + "/booking-rule",
                        with(
                                "needsPlace", false,
                                "opensDaysBefore", 7,
                                "closesMinutesBefore", 0,
                                "cancelMinutesBefore", 0,
                                "cardUse", false))
                .expect(200);
        String stylist = shop.manager
                .post(
                        "/store/v1/resources",
                        with(
                                "kind",
                                "STAFF",
                                "name",
                                "小李",
                                "staffId",
                                shop.clerkId,
                                "serviceSkuIds",
                                List.of(id("HAIR"))))
                .expect(201)
                .text("resourceId");
        ZonedDateTime tomorrow = ZonedDateTime.now(SHANGHAI).plusDays(1);
        shop.manager
                .put(
                        "/store/v1/resources/" + stylist + "/shifts/" + tomorrow.toLocalDate(),
                        with("hours", List.of(with("from", "09:00", "to", "18:00"))))
                .expect(204);
        JsonNode slots = member("wechat")
                .app()
                .get("/app/v1/appointments/slots?storeId=" + shop.storeId + "&serviceSkuId=" + id("HAIR") + "&date="
                        + tomorrow.toLocalDate())
                .expect(200)
                .json();
        assertThat(slots.size()).isPositive();
        Map<String, Object> wish = with(
                "storeId",
                shop.storeId,
                "serviceSkuId",
                id("HAIR"),
                "startsAt",
                slots.at("/0/startsAt").asString(),
                "resourceId",
                stylist);
        member("wechat").app().post("/app/v1/appointments", wish).expect(201);
        assertThat(member("phone").app().post("/app/v1/appointments", wish).status())
                .isEqualTo(409);
    }

    @Test
    @Order(13)
    void oneOfThreePiecesComesBackAndItsPaidShareWithIt() {
        Member member = member("wechat");
        long tea = shop.onHand(id("TEA"));
        long points = member.points();
        String order = id("order");
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
        Shop.eventually(() -> shop.onHand(id("TEA")), tea + 1);
        Shop.eventually(member::points, points - 334 + (33_400 - amount) / 100);
        Shop.eventually(() -> shop.report().path("refundsMinor").asLong(), amount);
    }

    @Test
    @Order(14)
    void anUnpaidOrderEndsByItselfAndEverythingItHeldIsFree() {
        Member member = Member.joinsByPhone(shop);
        String coupon = member.claims(id("满200减20"));
        long reserved = shop.reserved(id("TEA"));
        shop.chain.kill(io.mendian.supervisor.Part.ORDER);
        shop.chain.upWith(Map.of("MENDIAN_ORDER_PAYMENT_DEADLINE", "3s"));
        String order = member.app()
                .post("/app/v1/orders", basket(id("TEA"), 3))
                .expect(201)
                .text("orderId");
        Shop.eventually(() -> member.orderStatus(order), "CANCELLED");
        Shop.eventually(() -> member.couponState(coupon), "AVAILABLE");
        Shop.eventually(() -> shop.reserved(id("TEA")), reserved);
        shop.chain.kill(io.mendian.supervisor.Part.ORDER);
        shop.chain.up();
    }

    @Test
    @Order(15)
    void theDayClosesAndHeadquartersSeesIt() {
        shop.settles();
        JsonNode today = shop.manager.get("/store/v1/days/today").expect(200).json();
        String date = today.path("businessDate").asString();
        JsonNode closed = shop.manager
                .post(
                        "/store/v1/days/" + date + "/close",
                        with("countedCashMinor", today.path("expectedCashMinor").asLong()))
                .expect(200)
                .json();
        assertThat(closed.path("cashDifferenceMinor").asLong()).isZero();
        assertThat(closed.path("closedAt").asString()).isNotEmpty();

        String days = "?from=" + date + "&to=" + date;
        JsonNode summary = shop.report();
        assertThat(summary.path("salesMinor").asLong())
                .isEqualTo(closed.path("salesMinor").asLong());
        assertThat(summary.path("rechargeMinor").asLong())
                .isEqualTo(closed.path("rechargeMinor").asLong());
        assertThat(summary.path("revenueMinor").asLong())
                .isEqualTo(closed.path("revenueMinor").asLong());
        assertThat(summary.path("refundsMinor").asLong())
                .isEqualTo(closed.path("refundsMinor").asLong());
        for (String by : List.of("days", "hours")) {
            JsonNode rows = hq.get("/hq/v1/reports/" + by + days + "&storeId=" + shop.storeId)
                    .expect(200)
                    .json();
            assertThat(sum(rows, "salesMinor"))
                    .as(by)
                    .isEqualTo(summary.path("salesMinor").asLong());
        }
        assertThat(hq.get("/hq/v1/reports/stores" + days).expect(200).json().findValuesAsString("storeId"))
                .contains(shop.storeId);
        assertThat(hq.get("/hq/v1/reports/products" + days + "&storeId=" + shop.storeId)
                        .expect(200)
                        .json()
                        .findValuesAsString("skuId"))
                .contains(id("TEA"), id("CUP"), id("CARD"));
        JsonNode members = hq.get("/hq/v1/reports/members?at=" + date + "&limit=200&storeId=" + shop.storeId)
                .expect(200)
                .json();
        assertThat(members.findValuesAsString("memberKey"))
                .contains(member("wechat").key());
        JsonNode rfm = hq.get("/hq/v1/reports/rfm?at=" + date).expect(200).json();
        assertThat(sum(rfm.path("scores"), "members"))
                .isEqualTo(rfm.path("members").asLong());
        shop.booksBalance();
    }

    private static long sum(JsonNode rows, String field) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asLong();
        }
        return sum;
    }
}
