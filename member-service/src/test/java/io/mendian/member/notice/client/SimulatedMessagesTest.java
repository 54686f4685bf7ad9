package io.mendian.member.notice.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Simulated;
import io.mendian.member.notice.SendOutcome;
import io.mendian.member.notice.WeChatMessages;
import io.mendian.member.provider.client.WeChatServer;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.world.Faults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The real client against a WeChat that behaves as its documents say. */
class SimulatedMessagesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void oneConsentIsOneMessageAlsoAfterTheAccessTokenHasExpired() {
        try (var providers = Simulated.start()) {
            WeChatMessages weChat = client(providers);
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.NotAllowed("WECHAT_43101"));
            providers.control().consent("o-mei", "T1", 2);
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.Sent());
            providers.clock().advance(Duration.ofHours(3));
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.Sent());
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.NotAllowed("WECHAT_43101"));
            assertThat(providers.control().messages("o-mei")).hasSize(2);
        }
    }

    @Test
    void whatIsRefusedForEverybodyIsToldApartFromWhatMayBeTriedAgain() {
        try (var providers = Simulated.start()) {
            WeChatMessages weChat = client(providers);
            providers.control().consent("o-mei", "T1", 5);
            assertThat(weChat.send(message("3".repeat(40)))).isEqualTo(new SendOutcome.Refused("WECHAT_47003"));
            fault(providers, "{\"subscribe\": \"quota\"}");
            assertThat(weChat.send(message("30")))
                    .isEqualTo(new SendOutcome.Later("WECHAT_45009", Duration.ofHours(1)));
            fault(providers, "{\"subscribe\": \"busy\"}");
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.Later("WECHAT_-1", Duration.ZERO));
            fault(providers, "{\"http\": \"500\", \"httpPath\": \"/cgi-bin/message\"}");
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.Later("WECHAT_AWAY", Duration.ZERO));
            assertThat(providers.control().messages("o-mei")).isEmpty();
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoFailureForTheMessageMayHaveArrived() {
        try (var providers = Simulated.start()) {
            WeChatMessages weChat = client(providers);
            providers.control().consent("o-mei", "T1", 5);
            fault(providers, "{\"http\": \"reset\", \"httpPath\": \"/cgi-bin/message\"}");
            assertThat(weChat.send(message("30"))).isEqualTo(new SendOutcome.Unknown("WECHAT_NO_ANSWER"));
            assertThat(providers.control().messages("o-mei")).hasSize(1);
        }
        WeChatServer away = new WeChatServer(Simulated.accounts(), JSON, "http://127.0.0.1:1");
        assertThat(new HttpWeChatMessages(away).send(message("30")))
                .isEqualTo(new SendOutcome.Later("WECHAT_AWAY", Duration.ZERO));
    }

    private static void fault(Simulators providers, String switches) {
        providers.control().setFaults(Faults.of(JSON.readTree(switches)));
    }

    private static WeChatMessages client(Simulators providers) {
        return new HttpWeChatMessages(new WeChatServer(Simulated.accounts(), JSON, providers.baseUrl()));
    }

    private static WeChatMessages.Message message(String points) {
        return new WeChatMessages.Message(
                "o-mei", "T1", "pages/points/index", Map.of("number1", points, "date2", "2026年12月1日"));
    }
}
