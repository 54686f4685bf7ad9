package io.mendian.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.testkit.MendianTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Unpaid orders expire; one that was paid at the last moment is paid. */
@MendianTest
class WeChatExpiryTest extends WeChatSteps {

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
}
