package io.mendian.order.payment;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Paying in the mini-program: the notification, asking for it, and what is not believed. */
@MendianTest
class WeChatPaymentTest extends WeChatSteps {

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

    @Test
    void theOlderCertificateSignsAsWell() {
        sim.control().setFaults(faults(Map.of("signing", "certificate")));
        String order = order(1000);
        sim.control().pay(pay(order).path("outTradeNo").asString(), "o-x", 0);
        Awaitility.await().until(() -> outbox.events(OrderPaid.class, order).size() == 1);
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
}
