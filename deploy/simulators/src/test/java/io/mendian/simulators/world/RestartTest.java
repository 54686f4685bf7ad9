package io.mendian.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Inbox;
import io.mendian.simulators.Merchant;
import io.mendian.simulators.Options;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.WithSimulators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest extends WithSimulators {

    @TempDir
    Path dir;

    @Override
    protected Options options() {
        return Options.forTests(KEYS).withJournal(dir.resolve("journal.jsonl"));
    }

    @Test
    void ordersRefundsCodesAndConsentsSurviveARestart() {
        String no = paid(600);
        merchant.post("/v3/refund/domestic/refunds", merchant.refund(no, no + "R1", 100, 600));
        String code = simulators.control().loginCode("o-lina").code();
        simulators.control().consent("o-lina", "T1", 2);
        Inbox.await(() -> simulators.control().totals().refunded() == 100);

        restart();

        assertThat(merchant.state(no)).isEqualTo("REFUND");
        assertThat(simulators.control().totals().refunded()).isEqualTo(100);
        assertThat(simulators.control().consent("o-lina", "T1", 0)).isEqualTo(2);
        String login = "/sns/jscode2session?appid=" + merchant.set("wechat.app-id") + "&secret="
                + merchant.set("wechat.app-secret") + "&js_code=" + code + "&grant_type=authorization_code";
        assertThat(json("GET", login, "").path("openid").asString()).isEqualTo("o-lina");
    }

    @Test
    void anUnansweredNotificationIsRepeatedAfterARestart() {
        inbox.answers(500);
        paid(600);
        inbox.atLeast(1);

        restart();

        inbox.atLeast(2);
        Inbox.await(() -> simulators.control().notifications().toString().contains("ANSWERED"));
    }

    @Test
    void halfALineAtTheEndIsSkippedAndWritingGoesOn() throws Exception {
        String first = placed(600);
        simulators.close();
        Files.writeString(dir.resolve("journal.jsonl"), "{\"seq\":99,\"at\":", StandardOpenOption.APPEND);

        restart();
        String second = placed(700);
        restart();

        assertThat(merchant.state(first)).isEqualTo("NOTPAY");
        assertThat(merchant.state(second)).isEqualTo("NOTPAY");
    }

    @Test
    void theJournalTellsWhatHappenedInOrder() {
        String no = paid(600);

        var kinds = simulators.control().journal("trade.", 0, 100).stream()
                .filter(e -> e.data().toString().contains(no))
                .map(Journal.Entry::kind);

        assertThat(kinds).containsExactly("trade.placed", "trade.paid");
        assertThat(json("GET", "/_sim/journal?kind=http.", "")).hasSize(1);
    }

    private void restart() {
        simulators.close();
        simulators = Simulators.start(options());
        merchant = new Merchant(simulators.baseUrl(), KEYS);
    }
}
