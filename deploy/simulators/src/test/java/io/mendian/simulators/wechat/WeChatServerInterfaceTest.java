package io.mendian.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.WithSimulators;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WeChatServerInterfaceTest extends WithSimulators {

    @Test
    void theStableTokenStaysTheSameUntilItIsForced() {
        String first = stable(false);

        assertThat(stable(false)).isEqualTo(first);
        assertThat(stable(true)).isNotEqualTo(first);
        assertThat(plain()).isNotEqualTo(plain());
    }

    @Test
    void theTokenBeforeLivesFiveMoreMinutes() {
        String before = plain();
        plain();
        assertThat(phone(before, "x")).isEqualTo(40029);

        simulators.clock().advance(Duration.ofMinutes(5));

        assertThat(phone(before, "x")).isEqualTo(42001);
        assertThat(phone("", "x")).isEqualTo(41001);
        assertThat(phone("made-up", "x")).isEqualTo(40001);
    }

    @Test
    void aPhoneCodeGivesTheNumberOnceWithinFiveMinutes() {
        String code = simulators.control().phoneCode("+8613800138002");
        String late = simulators.control().phoneCode("+8613800138003");
        String token = stable(false);

        JsonNode info = json("POST", "/wxa/business/getuserphonenumber?access_token=" + token, code(code));
        assertThat(info.path("phone_info").path("purePhoneNumber").asString()).isEqualTo("13800138002");
        assertThat(info.path("phone_info").path("countryCode").asString()).isEqualTo("86");
        assertThat(info.path("phone_info").path("watermark").path("appid").asString())
                .isEqualTo(merchant.set("wechat.app-id"));
        assertThat(phone(token, code)).isEqualTo(40029);
        simulators.clock().advance(Duration.ofMinutes(5));
        assertThat(phone(token, late)).isEqualTo(40029);
    }

    @Test
    void aMiniProgramCodeIsAPictureThatTellsItsScene() throws Exception {
        byte[] png = picture("{\"scene\":\"t=7f3K&s=12\",\"page\":\"pages/table/index\",\"width\":280}");

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(280);
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("scene\0t=7f3K&s=12");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"scene\":\"\"}', 40169",
        "'{\"scene\":\"123456789012345678901234567890123\"}', 40169",
        "'{\"scene\":\"桌台\"}', 40129",
        "'{\"scene\":\"a%20b\"}', 40129",
        "'{\"scene\":\"a\",\"page\":\"/pages/x\"}', 41030",
        "'{\"scene\":\"a\",\"width\":20}', 40097"
    })
    void aWrongSceneIsRefused(String body, int number) throws Exception {
        assertThat(new String(picture(body), StandardCharsets.UTF_8)).contains("\"errcode\":" + number);
    }

    @Test
    void oneConsentIsOneMessage() {
        simulators.control().consent("o-lina", "T1", 1);
        String message = "{\"touser\":\"o-lina\",\"template_id\":\"T1\",\"data\":{\"thing1\":{\"value\":\"拿铁好了\"}}}";

        assertThat(send(message)).isZero();
        assertThat(send(message)).isEqualTo(43101);
        assertThat(json("GET", "/_sim/wechat/messages?openid=o-lina", "")).hasSize(1);
    }

    @Test
    void aThingLongerThanTwentyCharactersIsRefusedAndUsesNoConsent() {
        simulators.control().consent("o-lina", "T1", 1);
        String start = "{\"touser\":\"o-lina\",\"template_id\":\"T1\",\"data\":{\"thing1\":{\"value\":\"";

        assertThat(send(start + "字".repeat(21) + "\"}}}")).isEqualTo(47003);
        assertThat(send(start + "字".repeat(20) + "\"}}}")).isZero();
    }

    private int send(String message) {
        return json("POST", "/cgi-bin/message/subscribe/send?access_token=" + stable(false), message)
                .path("errcode")
                .asInt();
    }

    private byte[] picture(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        simulators.baseUrl() + "/wxa/getwxacodeunlimit?access_token=" + stable(false)))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private int phone(String token, String code) {
        return json("POST", "/wxa/business/getuserphonenumber?access_token=" + token, code(code))
                .path("errcode")
                .asInt();
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private String plain() {
        return json(
                        "GET",
                        "/cgi-bin/token?grant_type=client_credential&appid=" + merchant.set("wechat.app-id")
                                + "&secret=" + merchant.set("wechat.app-secret"),
                        "")
                .path("access_token")
                .asString();
    }

    private String stable(boolean force) {
        return json(
                        "POST",
                        "/cgi-bin/stable_token",
                        "{\"grant_type\":\"client_credential\",\"appid\":\"" + merchant.set("wechat.app-id")
                                + "\",\"secret\":\"" + merchant.set("wechat.app-secret") + "\",\"force_refresh\":"
                                + force + "}")
                .path("access_token")
                .asString();
    }
}
