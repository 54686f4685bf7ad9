package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Inbox;
import io.mendian.simulators.WithSimulators;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotificationsTest extends WithSimulators {

    @Test
    void aPaymentIsToldEncryptedAndSigned() {
        String no = paid(600);

        Inbox.Mail mail = inbox.first();

        assertThat(mail.signed()).isTrue();
        assertThat(mail.message().path("event_type").asString()).isEqualTo("TRANSACTION.SUCCESS");
        assertThat(mail.message().path("resource").path("original_type").asString())
                .isEqualTo("transaction");
        assertThat(mail.resource()).isEqualTo(merchant.query(no));
        assertThat(mail.body()).doesNotContain(no);
    }

    @Test
    void itIsRepeatedWithTheSameIdUntilItIsAnswered() {
        inbox.answers(500, 404, 302, 200);
        paid(600);

        List<Inbox.Mail> mails = inbox.atLeast(4);

        assertThat(mails.stream().map(m -> m.message().path("id").asString()).distinct())
                .hasSize(1);
        Inbox.await(() -> json("GET", "/_sim/notifications", "").toString().contains("\"ANSWERED\""));
        assertThat(mails).hasSize(4);
    }

    @Test
    void theScheduleTakesADayAndFourMinutes() {
        assertThat(Notifier.SCHEDULE.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo((int) Duration.ofHours(24).plusMinutes(4).toSeconds());
    }

    @Test
    void afterTheLastRepetitionItIsGivenUp() {
        inbox.answers(java.util.Collections.nCopies(40, 500).toArray(Integer[]::new));
        paid(600);

        Inbox.await(() -> {
            simulators.clock().advance(Duration.ofMinutes(4)); // more than the longest wait, 6 h × 0.01
            return json("GET", "/_sim/notifications", "").toString().contains("GIVEN_UP");
        });

        assertThat(inbox.mails()).hasSize(16);
    }

    @Test
    void duplicateComesTwiceWithOneId() {
        faults("{\"notify\":\"duplicate\"}");
        paid(600);

        List<Inbox.Mail> mails = inbox.atLeast(2);

        assertThat(mails.get(0).message().path("id"))
                .isEqualTo(mails.get(1).message().path("id"));
    }

    @Test
    void lostNeverComesButTheQueryKnows() {
        faults("{\"notify\":\"lost\"}");
        String no = paid(600);
        simulators.clock().advance(Duration.ofMinutes(4));

        assertThat(merchant.state(no)).isEqualTo("SUCCESS");
        assertThat(json("GET", "/_sim/notifications", "")
                        .path(0)
                        .path("progress")
                        .asString())
                .isEqualTo("LOST");
        assertThat(inbox.mails()).isEmpty();
    }

    @Test
    void delayedComesLater() {
        faults("{\"notify\":\"delayed\",\"notifyDelayMillis\":300}");
        long start = System.nanoTime();
        paid(600);

        inbox.first();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void earlyComesBeforeThePrepayIsAnswered() {
        faults("{\"notify\":\"early\"}");

        String no = placed(600); // returns with the answer

        assertThat(inbox.mails()).hasSize(1);
        assertThat(inbox.first().resource().path("out_trade_no").asString()).isEqualTo(no);
    }

    @Test
    void wrongAmountIsOneFenMoreUnderATrueSignatureAndRightAgainWhenCleared() {
        inbox.answers(400);
        faults("{\"notify\":\"wrong-amount\"}");
        paid(600);

        Inbox.Mail wrong = inbox.first();
        http("DELETE", "/_sim/faults", "");
        Inbox.Mail right = inbox.atLeast(2).get(1);

        assertThat(wrong.signed()).isTrue();
        assertThat(total(wrong)).isEqualTo(601);
        assertThat(total(right)).isEqualTo(600);
    }

    @Test
    void wrongSignatureIsNotThePlatforms() {
        faults("{\"notify\":\"wrong-signature\"}");
        paid(600);

        assertThat(inbox.first().signed()).isFalse();
    }

    @Test
    void staleClockIsTrulySignedButSixMinutesOld() {
        faults("{\"notify\":\"stale-clock\"}");
        paid(600);

        assertThat(inbox.first().signed()).isTrue();
        assertThat(inbox.first().age()).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void theCertificateMaySignInsteadOfThePublicKey() {
        faults("{\"signing\":\"certificate\"}");
        paid(600);

        assertThat(inbox.first().headers().getFirst("Wechatpay-Serial"))
                .isEqualTo(simulators.keys().platform().certificateSerial());
    }

    @Test
    void aNotificationCanBeSentOnceMore() {
        paid(600);
        String id = inbox.first().message().path("id").asString();

        assertThat(json("POST", "/_sim/notifications/" + id + "/resend", "")
                        .path("sent")
                        .asBoolean())
                .isTrue();
        assertThat(inbox.atLeast(2)).hasSize(2);
    }

    private static long total(Inbox.Mail mail) {
        JsonNode amount = mail.resource().path("amount");
        return amount.path("total").asLong();
    }
}
