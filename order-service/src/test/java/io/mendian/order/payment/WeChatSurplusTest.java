package io.mendian.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money that an order does not need goes back by itself, and exactly one payment pays it. */
@MendianTest
class WeChatSurplusTest extends WeChatSteps {

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
}
