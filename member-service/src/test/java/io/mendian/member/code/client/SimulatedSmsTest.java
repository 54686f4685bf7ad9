package io.mendian.member.code.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.member.Simulated;
import io.mendian.member.code.SmsSender;
import io.mendian.member.provider.ProviderAccounts;
import io.mendian.member.provider.ProviderFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real client against a provider that checks signatures, clocks, nonces and limits. */
class SimulatedSmsTest {

    private static final SmsSender.Sms SMS = new SmsSender.Sms(
            "+8613800138000", "code", "CODE_LOGIN", Map.of("code", "482913"), "5e1c7d9e-0000-4000-8000-000000000001");

    @Test
    void aSignedMessageArrivesOnceAndALimitIsAFailure() {
        try (var providers = Simulated.start()) {
            HttpSmsSender sender = new HttpSmsSender(
                    Simulated.accounts(), new JsonMapper(), Clock.systemUTC(), providers.baseUrl(), "门店");
            sender.send(SMS);
            sender.send(SMS);
            var inbox = providers.control().sms("+8613800138000");
            assertThat(inbox).hasSize(1);
            assertThat(inbox.getFirst().params()).containsEntry("code", "482913");
            assertThatThrownBy(() -> sender.send(new SmsSender.Sms(
                            SMS.phone(), SMS.kind(), SMS.templateCode(), SMS.params(), "another-reference")))
                    .isInstanceOf(ProviderFailure.class)
                    .hasMessageContaining("PHONE_LIMIT_MINUTE");
        }
    }

    @Test
    void aProviderThatIsAwayIsAFailure() {
        HttpSmsSender sender = new HttpSmsSender(
                Simulated.accounts(), new JsonMapper(), Clock.systemUTC(), "http://127.0.0.1:1", "门店");
        assertThatThrownBy(() -> sender.send(SMS)).isInstanceOf(ProviderFailure.class);
    }

    @Test
    void withoutAccountsNothingIsSent(@TempDir Path empty) {
        HttpSmsSender sender = new HttpSmsSender(
                new ProviderAccounts(empty), new JsonMapper(), Clock.systemUTC(), "http://127.0.0.1:1", "门店");
        assertThatThrownBy(() -> sender.send(SMS))
                .isInstanceOf(ProviderFailure.class)
                .hasMessageContaining("providers.properties");
    }
}
