package io.mendian.member.provider.client;

import io.mendian.member.provider.ProviderAccounts;
import io.mendian.member.provider.ProviderFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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

/**
 * WeChat's interface to servers: the app's account, one access token for all (stable_token), renewed once when WeChat says
 * that it is wrong or has expired. Answers are given as they came, with their errcode.
 */
@Component
public class WeChatServer {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
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

    public WeChatServer(ProviderAccounts accounts, JsonMapper json, @Value("${mendian.wechat.url}") String url) {
        this.accounts = accounts;
        this.json = json;
        this.url = url;
    }

    /** Asks with the app's id and secret, for the one call that is made without a token. */
    public JsonNode askAsApp(String path, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder("?appid=" + encoded(accounts.require("wechat.app-id")) + "&secret="
                + encoded(accounts.require("wechat.app-secret")));
        parameters.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
        return send(HttpRequest.newBuilder(URI.create(url + path + query)).GET());
    }

    /** Posts with the access token. A refused token means that nothing was done: it is renewed, and posted once more. */
    public JsonNode post(String path, Map<String, ?> body) {
        String token = accessToken;
        JsonNode answer = postWith(token == null ? renew(false) : token, path, body);
        return TOKEN_REFUSED.contains(errcode(answer)) ? postWith(renew(true), path, body) : answer;
    }

    /** 0 where there is none. */
    public static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }

    private JsonNode postWith(String token, String path, Map<String, ?> body) {
        return posted(path + "?access_token=" + encoded(token), body);
    }

    private synchronized String renew(boolean force) {
        Map<String, Object> body = Map.of(
                "grant_type",
                "client_credential",
                "appid",
                accounts.require("wechat.app-id"),
                "secret",
                accounts.require("wechat.app-secret"),
                "force_refresh",
                force);
        JsonNode answer;
        try {
            answer = posted("/cgi-bin/stable_token", body);
        } catch (ProviderFailure e) {
            // whatever became of the token: what it was wanted for was not begun
            throw new ProviderFailure("stable_token: " + e.getMessage(), e);
        }
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new ProviderFailure("stable_token answered errcode " + errcode(answer));
        }
        accessToken = token;
        return token;
    }

    private JsonNode posted(String pathAndQuery, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(url + pathAndQuery))
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
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new ProviderFailure("WeChat cannot be reached", e);
        } catch (IOException e) {
            throw ProviderFailure.unanswered("WeChat did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderFailure.unanswered("interrupted", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
