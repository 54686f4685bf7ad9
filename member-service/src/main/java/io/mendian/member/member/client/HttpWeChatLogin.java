package io.mendian.member.member.client;

import io.mendian.member.member.MemberProblem;
import io.mendian.member.member.WeChatLogin;
import io.mendian.member.provider.ProviderAccounts;
import io.mendian.member.provider.ProviderFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to WeChat's server interface: jscode2session, stable_token and getuserphonenumber. */
@Component
class HttpWeChatLogin implements WeChatLogin {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Wrong or expired code; code been used. */
    private static final Set<Integer> CODE_REFUSED = Set.of(40029, 40163);
    /** The access token is wrong or has expired. */
    private static final Set<Integer> TOKEN_REFUSED = Set.of(40001, 40014, 42001);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ProviderAccounts accounts;
    private final JsonMapper json;
    private final String url;
    private volatile @Nullable String accessToken;

    HttpWeChatLogin(ProviderAccounts accounts, JsonMapper json, @Value("${mendian.wechat.url}") String url) {
        this.accounts = accounts;
        this.json = json;
        this.url = url;
    }

    @Override
    public Person person(String jsCode) {
        String query = "?appid=" + encoded(accounts.require("wechat.app-id"))
                + "&secret=" + encoded(accounts.require("wechat.app-secret"))
                + "&js_code=" + encoded(jsCode) + "&grant_type=authorization_code";
        JsonNode answer = checked(
                "jscode2session",
                send(HttpRequest.newBuilder(URI.create(url + "/sns/jscode2session" + query))
                        .GET()));
        String openid = answer.path("openid").asString("");
        if (openid.isEmpty()) {
            throw new ProviderFailure("jscode2session answered without an openid");
        }
        return new Person(openid, answer.path("unionid").asString(null));
    }

    @Override
    public String phone(String phoneCode) {
        String token = accessToken;
        JsonNode answer = askPhone(phoneCode, token == null ? renew(false) : token);
        if (TOKEN_REFUSED.contains(answer.path("errcode").asInt(0))) {
            // the code was not used: WeChat looks at the token first
            answer = askPhone(phoneCode, renew(true));
        }
        JsonNode info = checked("getuserphonenumber", answer).path("phone_info");
        String number = info.path("purePhoneNumber").asString("");
        if (number.isEmpty()) {
            throw new ProviderFailure("getuserphonenumber answered without a number");
        }
        return "+" + info.path("countryCode").asString("86") + number;
    }

    private JsonNode askPhone(String phoneCode, String token) {
        return post("/wxa/business/getuserphonenumber?access_token=" + encoded(token), Map.of("code", phoneCode));
    }

    private synchronized String renew(boolean force) {
        JsonNode answer = checked(
                "stable_token",
                post(
                        "/cgi-bin/stable_token",
                        Map.of(
                                "grant_type",
                                "client_credential",
                                "appid",
                                accounts.require("wechat.app-id"),
                                "secret",
                                accounts.require("wechat.app-secret"),
                                "force_refresh",
                                force)));
        String token = answer.path("access_token").asString("");
        accessToken = token;
        return token;
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ProviderFailure("WeChat answered " + answer.statusCode());
            }
            // declared as text/plain in places, and JSON all the same
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new ProviderFailure("WeChat cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure("interrupted", e);
        }
    }

    private static JsonNode checked(String call, JsonNode answer) {
        int code = answer.path("errcode").asInt(0);
        if (CODE_REFUSED.contains(code)) {
            throw MemberProblem.WECHAT_CODE_REFUSED.with();
        }
        if (code != 0) {
            throw new ProviderFailure(call + " answered errcode " + code);
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
