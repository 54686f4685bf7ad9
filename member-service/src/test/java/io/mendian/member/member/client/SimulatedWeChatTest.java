package io.mendian.member.member.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.member.Simulated;
import io.mendian.member.member.MemberProblem;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.member.provider.client.WeChatServer;
import io.mendian.runtime.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The real client against a WeChat whose codes are good once and whose tokens expire. */
class SimulatedWeChatTest {

    @Test
    void aLoginCodeGivesTheOpenidOnce() {
        try (var providers = Simulated.start()) {
            HttpWeChatLogin weChat = login(providers.baseUrl());
            String code = providers.control().loginCode("o-lina").code();
            assertThat(weChat.person(code).openid()).isEqualTo("o-lina");
            assertThatThrownBy(() -> weChat.person(code))
                    .satisfies(e ->
                            assertThat(((ProblemException) e).problem()).isEqualTo(MemberProblem.WECHAT_CODE_REFUSED));
        }
    }

    @Test
    void aPhoneCodeGivesTheNumberAlsoAfterTheAccessTokenHasExpired() {
        try (var providers = Simulated.start()) {
            HttpWeChatLogin weChat = login(providers.baseUrl());
            assertThat(weChat.phone(providers.control().phoneCode("+8613800138001")))
                    .isEqualTo("+8613800138001");
            providers.clock().advance(Duration.ofHours(3));
            String second = providers.control().phoneCode("+8613800138002");
            assertThat(weChat.phone(second)).isEqualTo("+8613800138002");
            assertThatThrownBy(() -> weChat.phone(second)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aWeChatThatIsAwayIsAFailure() {
        HttpWeChatLogin weChat = login("http://127.0.0.1:1");
        assertThatThrownBy(() -> weChat.person("code")).isInstanceOf(ProviderFailure.class);
    }

    private static HttpWeChatLogin login(String url) {
        return new HttpWeChatLogin(new WeChatServer(Simulated.accounts(), new JsonMapper(), url));
    }
}
