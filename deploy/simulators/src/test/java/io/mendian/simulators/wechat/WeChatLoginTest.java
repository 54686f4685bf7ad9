package io.mendian.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.WithSimulators;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WeChatLoginTest extends WithSimulators {

    @Test
    void aCodeGivesTheSessionOfItsPersonOnce() {
        String code = simulators.control().loginCode("o-lina").code();

        JsonNode first = session(code);
        JsonNode second = session(code);

        assertThat(first.path("openid").asString()).isEqualTo("o-lina");
        assertThat(first.path("session_key").asString()).hasSize(24);
        assertThat(first.path("unionid").asString()).hasSize(28);
        assertThat(second.path("errcode").asInt()).isEqualTo(40163);
        assertThat(second.path("errmsg").asString()).startsWith("code been used, rid: ");
    }

    @Test
    void onePersonHasOneUnionId() {
        String first = simulators.control().loginCode("o-lina").unionid();

        assertThat(session(simulators.control().loginCode("o-lina").code())
                        .path("unionid")
                        .asString())
                .isEqualTo(first);
        assertThat(simulators.control().loginCode("").unionid()).isNotEqualTo(first);
    }

    @Test
    void aCodeIsTooOldAtExactlyFiveMinutes() {
        String code = simulators.control().loginCode("").code();
        simulators.clock().advance(Duration.ofMinutes(5));

        assertThat(session(code).path("errcode").asInt()).isEqualTo(40029);
    }

    @Test
    void aPhoneCodeIsNoLoginCode() {
        String code = simulators.control().phoneCode("+8613800138001");

        assertThat(session(code).path("errcode").asInt()).isEqualTo(40029);
    }

    @Test
    void theLoginAnswerIsDeclaredAsPlainText() {
        var answer = http("GET", "/sns/jscode2session", "");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "'?secret=S&js_code=c&grant_type=authorization_code', 41002",
        "'?appid=wxother&secret=S&js_code=c&grant_type=authorization_code', 40013",
        "'?appid=A&js_code=c&grant_type=authorization_code', 41004",
        "'?appid=A&secret=other&js_code=c&grant_type=authorization_code', 40125",
        "'?appid=A&secret=S&js_code=c&grant_type=client_credential', 40002",
        "'?appid=A&secret=S&grant_type=authorization_code', 41008",
        "'?appid=A&secret=S&js_code=unknown&grant_type=authorization_code', 40029"
    })
    void eachMistakeHasItsNumber(String query, int number) {
        String real = query.replace("appid=A", "appid=" + merchant.set("wechat.app-id"))
                .replace("secret=S", "secret=" + merchant.set("wechat.app-secret"));

        assertThat(json("GET", "/sns/jscode2session" + real, "").path("errcode").asInt())
                .isEqualTo(number);
    }

    @Test
    void theControlInterfaceHandsOutCodes() {
        JsonNode given = json("POST", "/_sim/wechat/codes", "{\"openid\":\"o-web\"}");

        assertThat(session(given.path("js_code").asString()).path("openid").asString())
                .isEqualTo("o-web");
    }

    private JsonNode session(String code) {
        return json(
                "GET",
                "/sns/jscode2session?appid=" + merchant.set("wechat.app-id") + "&secret="
                        + merchant.set("wechat.app-secret") + "&js_code=" + code + "&grant_type=authorization_code",
                "");
    }
}
