package io.mendian.order.payment;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.refund.AdvanceRefunds;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MendianTest
class WeChatPaymentTest {

    private static final String NOTIFY = "/open/v1/wechat-pay/notifications";

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeMembers members;

    @Autowired
    PayProvider provider;

    @Autowired
    PollWeChatPayments pollWeChatPayments;

    @Autowired
    ExpireUnpaidOrders expireUnpaidOrders;

    @Autowired
    AdvanceRefunds advanceRefunds;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    private Simulators sim;
    private MemberKey member;
    private StoreId store;

    @BeforeEach
    void begin() {
        sim = provider.at();
        sim.control().clearFaults();
        store = shop.store();
        member = shop.member(0, 1000);
        members.isAtWeChat(member, "o-" + member);
    }

    @AfterEach
    void end() {
        sim.control().clearFaults();
    }

    @Test
    void theMiniProgramPaysAndTheNotificationMakesTheOrderPaid() {
        String order = order(3000);
        JsonNode payment = pay(order);
        ((tools.jackson.databind.node.ObjectNode) payment.path("jsapi")).put("payer", "o-" + member);
        sim.control().requestPayment(payment.path("jsapi"));
        Awaitility.await().until(() -> outbox.events(OrderPaid.class, order).size() == 1);
        OrderPaid paid = outbox.events(OrderPaid.class, order).getFirst();
        assertThat(paid.tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.kind()).isEqualTo("WECHAT_PAY");
            assertThat(tender.amountMinor()).isEqualTo(2700);
        });
        assertThat(status(payment)).isEqualTo("CAPTURED");
    }

    @Test
    void weChatPaysTheRestThatStoredValueLeaves() {
        String order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "storedValueMinor",
                                700,
                                "lines",
                                List.of(line(shop.goods(3000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        JsonNode payment = pay(order);
        assertThat(payment.path("amountMinor").asLong()).isEqualTo(2000);
        provider.paid(payment.path("outTradeNo").asString(), 2000)
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(outbox.events(OrderPaid.class, order).getFirst().tenders())
                .extracting("kind")
                .containsExactly("STORED_VALUE", "WECHAT_PAY");
    }

    @Test
    void aNotificationThatNeverCameIsMadeUpForByAsking() {
        sim.control().setFaults(faults(Map.of("notify", "lost")));
        String order = order(1000);
        JsonNode payment = pay(order);
        sim.control().pay(payment.path("outTradeNo").asString(), "o-x", 0);
        clock.advance(Duration.ofSeconds(5));
        provider.at();
        pollWeChatPayments.poll(200);
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
    }

    @Test
    void theSameNotificationSixteenTimesAtOncePaysOnce() {
        for (int round = 0; round < 5; round++) {
            String order = order(1000);
            JsonNode payment = pay(order);
            PayProvider.Notice notice = provider.paid(payment.path("outTradeNo").asString(), 900);
            List<Race.Outcome<Integer>> outcomes =
                    Race.run(16, i -> () -> notice.sentTo(api, NOTIFY).status());
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(204));
            assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
            assertThat(sum("SELECT SUM(amount_minor) FROM order_tender WHERE order_id = " + order))
                    .isEqualTo(900);
            assertThat(sum("SELECT COUNT(*) FROM wechat_payment WHERE status = 'CAPTURED' AND order_id = " + order))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatTheProviderDidNotSayIsNotBelieved() {
        String order = order(1000);
        String number = pay(order).path("outTradeNo").asString();
        String app = provider.keys().app().id();
        provider.paid(number, 899).sentTo(api, NOTIFY).expect(400);
        provider.paid(number, 900, "USD", app, clock.instant())
                .sentTo(api, NOTIFY)
                .expect(400);
        provider.paid(number, 900, "CNY", "wx-another", clock.instant())
                .sentTo(api, NOTIFY)
                .expect(400);
        provider.paid(number + "1", 900).sentTo(api, NOTIFY).expect(400);
        provider.paid(number, 900, "CNY", app, clock.instant().minus(Duration.ofMinutes(6)))
                .sentTo(api, NOTIFY)
                .expect(401);
        PayProvider.Notice right = provider.paid(number, 900);
        new PayProvider.Notice(right.body().replace("TRANSACTION.SUCCESS", "TRANSACTION.SUCCESs"), right.headers())
                .sentTo(api, NOTIFY)
                .expect(401);
        provider.signed(
                        right.body(),
                        clock.instant(),
                        provider.keys().merchant().key(),
                        provider.keys().platform().publicKeyId())
                .sentTo(api, NOTIFY)
                .expect(401);
        provider.signed(
                        right.body(),
                        clock.instant(),
                        provider.keys().platform().key(),
                        "unknown")
                .sentTo(api, NOTIFY)
                .expect(401);
        api.post(NOTIFY, right.body()).expect(401);
        assertThat(outbox.events(OrderPaid.class, order)).isEmpty();
        assertThat(alarms(number)).isEqualTo(1);
        right.sentTo(api, NOTIFY).expect(204);
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
        assertThat(alarms(number)).isZero();
    }

    private int alarms(String number) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM alarm WHERE kind = 'WECHAT_PAY_NOT_AS_ASKED' AND subject = ? AND open_mark = 1",
                Integer.class,
                number);
    }

    @Test
    void theOlderCertificateSignsAsWell() {
        sim.control().setFaults(faults(Map.of("signing", "certificate")));
        String order = order(1000);
        sim.control().pay(pay(order).path("outTradeNo").asString(), "o-x", 0);
        Awaitility.await().until(() -> outbox.events(OrderPaid.class, order).size() == 1);
    }

    @Test
    void moneyThatComesAfterTheCancellationGoesBackByItself() {
        String order = order(1000);
        JsonNode payment = pay(order);
        sim.control().setFaults(faults(Map.of("notify", "lost")));
        api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/cancel", Map.of())
                .expect(200);
        sim.control().pay(payment.path("outTradeNo").asString(), "o-x", 0);
        clock.advance(Duration.ofSeconds(5));
        provider.at();
        pollWeChatPayments.poll(200);
        assertThat(status(payment)).isEqualTo("SURPLUS");
        Awaitility.await().until(() -> {
            clock.advance(Duration.ofSeconds(3));
            provider.at();
            advanceRefunds.advanceAll(200);
            return "DONE".equals(refundStatus(payment));
        });
        assertThat(outbox.events(OrderPaid.class, order)).isEmpty();
        assertThat(outbox.events(OrderCancelled.class, order)).hasSize(1);
        assertThat(sum("SELECT COUNT(*) FROM refund WHERE order_id = " + order)).isEqualTo(1);
    }

    @Test
    void cancelAgainstPayHasOneWinnerAndNoMoneyIsLost() {
        for (int round = 0; round < 6; round++) {
            String order = order(1000);
            JsonNode payment = pay(order);
            PayProvider.Notice notice = provider.paid(payment.path("outTradeNo").asString(), 900);
            Race.run(
                    8,
                    i -> () -> i % 2 == 0
                            ? notice.sentTo(api, NOTIFY).expect(204).status()
                            : api.as(TestCallers.member(member))
                                    .post("/app/v1/orders/" + order + "/cancel", Map.of())
                                    .status());
            int paid = outbox.events(OrderPaid.class, order).size();
            int cancelled = outbox.events(OrderCancelled.class, order).size();
            assertThat(paid + cancelled).isEqualTo(1);
            assertThat(status(payment)).isEqualTo(paid == 1 ? "CAPTURED" : "SURPLUS");
            assertThat(sum("SELECT covered_minor FROM sales_order WHERE id = " + order))
                    .isEqualTo(paid == 1 ? 900 : 0);
        }
    }

    @Test
    void cashTakenMeanwhileMakesTheWeChatMoneySurplus() {
        String order = order(1000);
        JsonNode payment = pay(order);
        api.as(shop.clerk(store))
                .post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 900))
                .expect(200);
        provider.paid(payment.path("outTradeNo").asString(), 900)
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(status(payment)).isEqualTo("SURPLUS");
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
    }

    @Test
    void everySecondPaymentThroughAnotherChannelIsSurplusAndGoesBackByItself() {
        List<String> firsts = List.of("MINI_PROGRAM", "CODE_AT_TILL");
        List<String> seconds = List.of("BARCODE", "CASH", "BOOKED", "MINI_PROGRAM", "CODE_AT_TILL");
        for (String first : firsts) {
            for (String second : seconds) {
                if (!first.equals(second)) {
                    String order = order(1000);
                    JsonNode open = open(order, first);
                    covered(order, second);
                    assertThat(outbox.events(OrderPaid.class, order))
                            .as(first + " then " + second)
                            .hasSize(1);
                    // the first one is paid all the same: its notification was on the way
                    provider.paid(open.path("outTradeNo").asString(), 900)
                            .sentTo(api, NOTIFY)
                            .expect(204);
                    assertThat(status(open)).as(first + " then " + second).isEqualTo("SURPLUS");
                    advanceRefunds.advanceAll(200);
                    assertThat(sum("SELECT COUNT(*) FROM refund WHERE kind = 'SURPLUS' AND amount_minor = 900 AND"
                                    + " order_id = " + order))
                            .as(first + " then " + second)
                            .isEqualTo(1);
                    assertThat(sum("SELECT SUM(amount_minor) FROM order_tender WHERE order_id = " + order))
                            .isEqualTo(900);
                    assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
                }
            }
        }
    }

    private JsonNode open(String order, String channel) {
        return channel.equals("MINI_PROGRAM")
                ? pay(order)
                : api.as(shop.clerk(store))
                        .post("/store/v1/orders/" + order + "/wechat-payments", Map.of())
                        .expect(201)
                        .json();
    }

    private void covered(String order, String channel) {
        Api clerk = api.as(shop.clerk(store));
        switch (channel) {
            case "BARCODE" ->
                scan(order, sim.control().barcode("o-y", "success", null)).expect(201);
            case "CASH" ->
                clerk.post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 900))
                        .expect(200);
            case "BOOKED" ->
                clerk.post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS 机"))
                        .expect(200);
            default ->
                provider.paid(open(order, channel).path("outTradeNo").asString(), 900)
                        .sentTo(api, NOTIFY)
                        .expect(204);
        }
    }

    @Test
    void askingAgainGivesTheSamePaymentUnlessTheRestHasChanged() {
        String order = order(1000);
        JsonNode first = pay(order);
        assertThat(pay(order).path("outTradeNo")).isEqualTo(first.path("outTradeNo"));
        api.as(shop.clerk(store))
                .post("/store/v1/orders/" + order + "/cash", Map.of("amountMinor", 400, "receivedMinor", 400))
                .expect(200);
        JsonNode second = pay(order);
        assertThat(second.path("amountMinor").asLong()).isEqualTo(500);
        assertThat(status(first)).isEqualTo("CLOSED");
        assertThat(sim.control()
                        .trade(first.path("outTradeNo").asString())
                        .state()
                        .name())
                .isEqualTo("CLOSED");
    }

    @Test
    void anOrderHasOneOpenPaymentHoweverManyAskAtOnce() {
        String order = order(1000);
        Race.run(
                8,
                i -> () -> api.as(TestCallers.member(member))
                        .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                        .status());
        assertThat(sum("SELECT COUNT(*) FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void anUnpaidOrderExpiresAndItsPaymentCannotBePaidAnyMore() {
        String order = order(1000);
        JsonNode payment = pay(order);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        provider.at();
        expireUnpaidOrders.expire(200);
        assertThat(outbox.events(OrderCancelled.class, order))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.reason()).isEqualTo("EXPIRED"));
        assertThat(sim.control()
                        .trade(payment.path("outTradeNo").asString())
                        .state()
                        .name())
                .isEqualTo("CLOSED");
        assertThat(status(payment)).isEqualTo("CLOSED");
    }

    @Test
    void anOrderThatWasPaidAtTheLastMomentIsPaidNotExpired() {
        sim.control().setFaults(faults(Map.of("notify", "lost")));
        String order = order(1000);
        sim.control().pay(pay(order).path("outTradeNo").asString(), "o-x", 0);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        provider.at();
        expireUnpaidOrders.expire(200);
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
        assertThat(outbox.events(OrderCancelled.class, order)).isEmpty();
    }

    @Test
    void whileTheProviderIsAwayAnOrderWaitsALittleAndThenExpires() {
        String order = order(1000);
        JsonNode payment = pay(order);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        provider.at();
        sim.control().setFaults(faults(Map.of("http", "500", "httpPath", "/v3/pay")));
        expireUnpaidOrders.expire(200);
        assertThat(outbox.events(OrderCancelled.class, order)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        provider.at();
        expireUnpaidOrders.expire(200);
        assertThat(outbox.events(OrderCancelled.class, order)).hasSize(1);
        sim.control().clearFaults();
        provider.paid(payment.path("outTradeNo").asString(), 900)
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(status(payment)).isEqualTo("SURPLUS");
    }

    @Test
    void theBarcodeAPayerShowsIsChargedOnceHoweverOftenItIsScanned() {
        String order = order(1000);
        String code = sim.control().barcode("o-y", "success", null);
        JsonNode paid = scan(order, code).expect(201).json();
        assertThat(paid.path("status").asString()).isEqualTo("CAPTURED");
        scan(order, sim.control().barcode("o-y", "success", null)).expectProblem(409, "PAYMENT_NOT_NEEDED");
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
        String other = order(1000);
        scan(other, code).expectProblem(409, "WECHAT_PAY_REFUSED");
        assertThat(outbox.events(OrderPaid.class, other)).isEmpty();
    }

    @Test
    void manyScansAtOnceChargeOnce() {
        String order = order(1000);
        Race.run(
                8,
                i -> () -> scan(order, sim.control().barcode("o-y", "success", null))
                        .status());
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
        assertThat(sum("SELECT COUNT(*) FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void aBarcodePaymentThatWaitsForThePasswordIsAskedFor() {
        String order = order(1000);
        JsonNode waiting = scan(order, sim.control().barcode("o-y", "userpaying", null))
                .expect(201)
                .json();
        assertThat(waiting.path("status").asString()).isEqualTo("OPEN");
        assertThat(scan(order, sim.control().barcode("o-y", "success", null))
                        .expect(201)
                        .json()
                        .path("outTradeNo"))
                .isEqualTo(waiting.path("outTradeNo"));
        sim.control().pay(waiting.path("outTradeNo").asString(), "o-y", 0);
        clock.advance(Duration.ofSeconds(5));
        provider.at();
        pollWeChatPayments.poll(200);
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
    }

    @Test
    void aBarcodePaymentNobodyFinishesIsReversedWhenTheOrderExpires() {
        String order = order(1000);
        JsonNode waiting = scan(order, sim.control().barcode("o-y", "userpaying", null))
                .expect(201)
                .json();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        provider.at();
        expireUnpaidOrders.expire(200);
        assertThat(outbox.events(OrderCancelled.class, order)).hasSize(1);
        assertThat(sim.control()
                        .trade(waiting.path("outTradeNo").asString())
                        .state()
                        .name())
                .isEqualTo("REVOKED");
    }

    @Test
    void aLostAnswerLeavesTheOrderPayableUnderTheSameNumber() {
        String order = order(1000);
        sim.control().setFaults(faults(Map.of("http", "reset", "httpPath", "/v3/pay", "httpTimes", 1)));
        Api mine = api.as(TestCallers.member(member)).withKey("pay-" + Shop.id());
        mine.post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expectProblem(503, "WECHAT_PAY_UNAVAILABLE");
        mine.post("/app/v1/orders/" + order + "/wechat-payments", Map.of()).expect(201);
        assertThat(sum("SELECT COUNT(*) FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(1);
    }

    private String order(long priceMinor) {
        return api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(priceMinor), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private JsonNode pay(String order) {
        return api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json();
    }

    private Api.Answer scan(String order, String code) {
        return api.as(shop.clerk(store))
                .post("/store/v1/orders/" + order + "/barcode-payments", Map.of("authCode", code));
    }

    private Faults faults(Map<String, Object> wanted) {
        return Faults.of(json.valueToTree(wanted));
    }

    private String status(JsonNode payment) {
        return jdbc.queryForObject(
                "SELECT status FROM wechat_payment WHERE id = ?",
                String.class,
                payment.path("paymentId").asString());
    }

    private String refundStatus(JsonNode payment) {
        return jdbc
                .queryForList(
                        "SELECT r.status FROM refund r JOIN refund_part p ON p.refund_id = r.id WHERE p.payment_id = ?",
                        String.class,
                        payment.path("paymentId").asString())
                .stream()
                .findFirst()
                .orElse("");
    }

    private long sum(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
