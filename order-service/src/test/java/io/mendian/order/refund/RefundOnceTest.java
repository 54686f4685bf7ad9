package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** However many ask, and whoever tells first: a refund is one refund. */
@MendianTest
class RefundOnceTest extends RefundLimitSteps {

    @Test
    void theFiftiethRefundOfAPaymentIsTheLastAtAnyConcurrency() {
        String order = order(100, 16);
        desk.change("UPDATE wechat_payment SET refund_count = 49 WHERE order_id = " + order);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> desk.refund(clerk, order, 1).status());
        assertThat(outcomes.stream().filter(one -> one.value() == 201)).hasSize(1);
        assertThat(desk.number("SELECT refund_count FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(50);
        desk.refund(clerk, order, 1).expectProblem(409, "REFUND_WAY_NEEDED");
        assertThat(desk.number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void sixteenPartialRefundsAtOnceBringBackExactlyWhatWasPaidOneAMinute() {
        String order = order(333, 16);
        long paid = desk.number("SELECT payable_minor FROM sales_order WHERE id = " + order);
        List<Race.Outcome<JsonNode>> refunds =
                Race.run(16, i -> () -> desk.refund(clerk, order, 1).expect(201).json());
        assertThat(Race.successes(refunds)).isEqualTo(16);
        refunds.forEach(one -> desk.settle(ReturnDesk.refundId(one.value()), "DONE"));
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE order_id = " + order))
                .isEqualTo(paid);
        assertThat(desk.number("SELECT SUM(p.amount_minor) FROM refund_part p JOIN refund r ON r.id = p.refund_id"
                        + " WHERE p.status = 'DONE' AND r.order_id = " + order))
                .isEqualTo(paid);
        List<OrderRefunded> told = outbox.events(OrderRefunded.class, order);
        assertThat(told).hasSize(16);
        assertThat(told.stream().filter(OrderRefunded::full)).hasSize(1);
        assertThat(told.getLast().refundedSoFarMinor()).isEqualTo(paid);
    }

    @Test
    void aPaymentNeverGivesBackMoreThanCameInWhateverAsks() {
        String order = order(1000, 1);
        assertThatThrownBy(() -> desk.change(
                        "UPDATE wechat_payment SET refunded_minor = amount_minor + 1 WHERE order_id = " + order))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aRefundThatIsToldOfBeforeItsAnswerIsOneRefund() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "notify-before-answer"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        desk.settle(ReturnDesk.refundId(refund), "DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void manyNotificationsAndTheTimerAtOnceAreOneRefund() {
        String order = order(1000, 1);
        desk.faults(Map.of("refund", "processing"));
        JsonNode refund = desk.refund(clerk, order, 1).expect(201).json();
        String number = "R" + ReturnDesk.part(refund);
        provider.at().control().settleRefund(number, "SUCCESS");
        PayProvider.Notice notice = provider.refunded(number, "SUCCESS");
        Race.run(
                8,
                i -> () -> i % 4 == 3
                        ? desk.advanced(ReturnDesk.refundId(refund), 10)
                        : notice.sentTo(api, "/open/v1/wechat-pay/refund-notifications")
                                .status());
        desk.settle(ReturnDesk.refundId(refund), "DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        assertThat(desk.number("SELECT refunded_done_minor FROM sales_order WHERE id = " + order))
                .isEqualTo(900);
    }
}
