package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Inbox;
import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefundsTest extends WithSimulators {

    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    @Test
    void theAnswerMeansAcceptedAndTheNotificationMeansDone() {
        String no = paid(600);
        inbox.atLeast(1);

        Merchant.Answer answer =
                merchant.post(REFUNDS, merchant.refund(no, no + "R1", 200, 600).put("notify_url", inbox.url()));

        assertThat(answer.body().path("status").asString()).isEqualTo("PROCESSING");
        Inbox.Mail mail = inbox.atLeast(2).get(1);
        assertThat(mail.message().path("event_type").asString()).isEqualTo("REFUND.SUCCESS");
        assertThat(mail.resource().path("refund_status").asString()).isEqualTo("SUCCESS");
        assertThat(mail.resource().path("amount").path("refund").asLong()).isEqualTo(200);
        assertThat(status(no + "R1")).isEqualTo("SUCCESS");
        assertThat(merchant.state(no)).isEqualTo("REFUND");
    }

    @Test
    void theSameNumberAndAmountIsTheSameRefundAnotherAmountIsRefused() {
        String no = paid(600);

        JsonNode first = refund(no, "R1", 200).body();
        JsonNode again = refund(no, "R1", 200).body();
        Merchant.Answer other = refund(no, "R1", 201);

        assertThat(again.path("refund_id")).isEqualTo(first.path("refund_id"));
        assertThat(other.code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void refundsNeverSumToMoreThanWasPaid() {
        faults("{\"limits\":\"off\"}");
        String no = paid(600);

        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses =
                race(() -> refund(no, "R" + next.incrementAndGet(), 100).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(6);
        Inbox.await(() -> simulators.control().totals().refunded() == 600);
        assertThat(refund(no, "R99", 1).body().path("message").asString()).isEqualTo("订单已全额退款");
    }

    @Test
    void moreThanIsLeftIsRefused() {
        String no = paid(600);
        faults("{\"limits\":\"off\"}");
        refund(no, "R1", 500);

        assertThat(refund(no, "R2", 101).body().path("message").asString()).isEqualTo("累计退款金额大于支付金额");
    }

    @Test
    void atMostFiftyRefundsOfOneOrder() {
        faults("{\"limits\":\"off\"}");
        String no = paid(600);
        for (int i = 0; i < 50; i++) {
            assertThat(refund(no, "R" + i, 1).status()).isEqualTo(200);
        }

        assertThat(refund(no, "R50", 1).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void twoRefundsOfOneOrderAreAMinuteApart() {
        String no = paid(600);
        refund(no, "R1", 100);

        assertThat(refund(no, "R2", 100).status()).isEqualTo(429);
        simulators.clock().advance(Duration.ofMinutes(1)); // the scaled minute is shorter still
        assertThat(refund(no, "R2", 100).status()).isEqualTo(200);
    }

    @Test
    void afterAYearThereIsNoRefund() {
        String no = paid(600);
        simulators.clock().advance(Duration.ofDays(366));
        merchant.clockError = Duration.ofDays(366);

        assertThat(refund(no, "R1", 100).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void thePayersSharesOfSeveralRefundsEndExactlyAtWhatHePaid() {
        faults("{\"limits\":\"off\"}");
        String no = placed(1000);
        simulators.control().pay(no, "", 333); // 667 of 1000 are the payer's own

        long sum = 0;
        for (long part : new long[] {333, 333, 334}) {
            sum += refund(no, "R" + sum, part, 1000)
                    .body()
                    .path("amount")
                    .path("payer_refund")
                    .asLong();
        }

        assertThat(sum).isEqualTo(667);
    }

    @Test
    void anUnpaidOrUnknownOrderIsNotRefunded() {
        String no = placed(600);

        assertThat(refund(no, "R1", 100).code()).isEqualTo("INVALID_REQUEST");
        assertThat(refund("NOSUCH-1", "R1", 100).status()).isEqualTo(404);
        assertThat(merchant.get(REFUNDS + "/NOSUCH").code()).isEqualTo("RESOURCE_NOT_EXISTS");
    }

    @Test
    void anAbnormalRefundSaysSoAndCanBeRepaired() {
        faults("{\"refund\":\"abnormal\"}");
        String no = paid(600);
        merchant.post(REFUNDS, merchant.refund(no, no + "R1", 100, 600).put("notify_url", inbox.url()));

        Inbox.Mail mail = inbox.atLeast(2).get(1);
        assertThat(mail.message().path("event_type").asString()).isEqualTo("REFUND.ABNORMAL");
        assertThat(status(no + "R1")).isEqualTo("ABNORMAL");
        json("POST", "/_sim/refunds/" + no + "R1/settle", "{\"status\":\"SUCCESS\"}");
        assertThat(status(no + "R1")).isEqualTo("SUCCESS");
    }

    @Test
    void aRefundInProcessStaysSoUntilItIsSettled() {
        faults("{\"refund\":\"processing\"}");
        String no = paid(600);
        refund(no, "R1", 100);
        simulators.clock().advance(Duration.ofMinutes(4));

        assertThat(status(no + "R1")).isEqualTo("PROCESSING");
        json("POST", "/_sim/refunds/" + no + "R1/settle", "{\"status\":\"CLOSED\"}");
        assertThat(status(no + "R1")).isEqualTo("CLOSED");
        faults("{}");
        assertThat(refund(no, "R1", 100).body().path("status").asString()).isEqualTo("PROCESSING");
    }

    @Test
    void theNotificationMayComeBeforeTheAnswer() {
        String no = paid(600);
        inbox.atLeast(1);
        faults("{\"refund\":\"notify-before-answer\"}");

        Merchant.Answer answer =
                merchant.post(REFUNDS, merchant.refund(no, no + "R1", 100, 600).put("notify_url", inbox.url()));

        assertThat(inbox.mails()).hasSize(2);
        assertThat(answer.body().path("status").asString()).isEqualTo("PROCESSING");
        assertThat(status(no + "R1")).isEqualTo("SUCCESS");
    }

    private Merchant.Answer refund(String no, String refund, long amount) {
        return refund(no, refund, amount, 600);
    }

    private Merchant.Answer refund(String no, String refund, long amount, long total) {
        return merchant.post(REFUNDS, merchant.refund(no, no + refund, amount, total));
    }

    private String status(String refundNo) {
        return merchant.get(REFUNDS + "/" + refundNo).body().path("status").asString();
    }
}
