package io.mendian.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The code that a payer shows is charged once, whatever is scanned and however often. */
@MendianTest
class BarcodePaymentTest extends WeChatSteps {

    @Autowired
    PaymentOpening opening;

    @Autowired
    OrderQueries orders;

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
    void whoLookedAtTheOrderBeforeAnotherScanWasPaidChargesNothing() {
        String order = order(1000);
        Order before = orders.require(OrderId.parse(order));
        scan(order, sim.control().barcode("o-y", "success", null)).expect(201);
        assertThatThrownBy(() -> opening.open(Ids.next(), before, WeChatPayment.Mode.BARCODE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(OrderProblem.PAYMENT_NOT_NEEDED));
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
}
