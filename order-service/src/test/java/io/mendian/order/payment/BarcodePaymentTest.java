package io.mendian.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
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

    @Autowired
    WeChatPayments payments;

    @Autowired
    EndWeChatPayment endWeChatPayment;

    @Autowired
    WeChatPay weChatPay;

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

    /** The provider is asked, and answers that nobody has paid; then the payer pays and we hear of it; only then it is ended. */
    @Test
    void aPaymentThatWasBookedMeanwhileIsNotTakenBack() {
        String order = order(1000);
        WeChatPayment before = waiting(order);
        provider.paid(before.outTradeNo(), before.amountMinor())
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(endWeChatPayment.end(before)).isFalse();
        assertThat(status(before)).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(atProvider(before)).isEqualTo("USERPAYING");
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
    }

    @Test
    void moneyOfAPaymentThatIsBeingTakenBackIsNotBookedAndTheOrderCanBePaidAnew() {
        String order = order(1000);
        WeChatPayment before = waiting(order);
        // as after a kill between the decision and the provider
        assertThat(payments.reversing(before.id())).isTrue();
        provider.paid(before.outTradeNo(), before.amountMinor())
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(outbox.events(OrderPaid.class, order)).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        provider.at();
        pollWeChatPayments.poll(200);
        assertThat(status(before)).isEqualTo(PaymentStatus.REVERSED);
        assertThat(atProvider(before)).isEqualTo("REVOKED");
        provider.paid(before.outTradeNo(), before.amountMinor())
                .sentTo(api, NOTIFY)
                .expect(204);
        assertThat(status(before)).isEqualTo(PaymentStatus.REVERSED);
        assertThat(outbox.events(OrderPaid.class, order)).isEmpty();
        JsonNode anew = scan(order, sim.control().barcode("o-y", "success", null))
                .expect(201)
                .json();
        assertThat(anew.path("status").asString()).isEqualTo("CAPTURED");
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(1);
    }

    /** Two take the payment back while the payer pays and the news of it comes twice: he has bought, or he has his money. */
    @RepeatedTest(8)
    void whoPaysWhileItIsTakenBackHasBoughtOrHasHisMoney() {
        String order = order(1000);
        WeChatPayment before = waiting(order);
        List<Callable<Object>> all = List.of(
                () -> endWeChatPayment.end(before),
                () -> endWeChatPayment.end(before),
                () -> paysAfter(before, ThreadLocalRandom.current().nextInt(8)));
        var ignored = Race.run(all.size(), all::get);
        clock.advance(Duration.ofSeconds(5));
        provider.at();
        pollWeChatPayments.poll(200);
        boolean bought = status(before) == PaymentStatus.CAPTURED;
        assertThat(status(before)).isIn(PaymentStatus.CAPTURED, PaymentStatus.REVERSED);
        assertThat(atProvider(before)).isEqualTo(bought ? "SUCCESS" : "REVOKED");
        assertThat(outbox.events(OrderPaid.class, order)).hasSize(bought ? 1 : 0);
    }

    private Object paysAfter(WeChatPayment payment, int millis) throws InterruptedException {
        Thread.sleep(millis);
        sim.control().pay(payment.outTradeNo(), "o-y", 0);
        for (int times = 0; times < 2; times++) {
            provider.paid(payment.outTradeNo(), payment.amountMinor())
                    .sentTo(api, NOTIFY)
                    .expect(204);
        }
        return payment;
    }

    @Test
    void anotherScanFinishesWhatWasLeftHalfTakenBack() {
        String order = order(1000);
        WeChatPayment before = waiting(order);
        assertThat(payments.reversing(before.id())).isTrue();
        JsonNode anew = scan(order, sim.control().barcode("o-y", "success", null))
                .expect(201)
                .json();
        assertThat(anew.path("status").asString()).isEqualTo("CAPTURED");
        assertThat(status(before)).isEqualTo(PaymentStatus.REVERSED);
        assertThat(atProvider(before)).isEqualTo("REVOKED");
    }

    /** The provider takes a payment back within seven days. */
    @Test
    void moneyThatTheProviderWillNotTakeBackIsBooked() {
        WeChatPayment before = waiting(order(1000));
        assertThat(payments.reversing(before.id())).isTrue();
        sim.control().pay(before.outTradeNo(), "o-y", 0);
        clock.advance(Duration.ofDays(8));
        provider.at();
        pollWeChatPayments.poll(200);
        assertThat(status(before)).isIn(PaymentStatus.CAPTURED, PaymentStatus.SURPLUS);
    }

    private WeChatPayment waiting(String order) {
        String number = scan(order, sim.control().barcode("o-y", "userpaying", null))
                .expect(201)
                .json()
                .path("outTradeNo")
                .asString();
        return payments.byNumber(number).orElseThrow();
    }

    private PaymentStatus status(WeChatPayment payment) {
        return payments.find(payment.id()).orElseThrow().status();
    }

    private String atProvider(WeChatPayment payment) {
        return weChatPay.query(payment.outTradeNo()).orElseThrow().state();
    }
}
