package io.mendian.member.code.client;

import io.mendian.member.code.SmsSender;
import io.mendian.member.provider.ProviderAccounts;
import io.mendian.member.provider.ProviderFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the SMS provider: requests signed by HMAC-SHA256 over method, path, time, nonce and the body's digest, each
 * on a line of its own.
 */
@Component
class HttpSmsSender implements SmsSender {

    private static final String PATH = "/sms/v1/messages";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ProviderAccounts accounts;
    private final JsonMapper json;
    private final Clock clock;
    private final String url;
    private final String signName;

    HttpSmsSender(
            ProviderAccounts accounts,
            JsonMapper json,
            Clock clock,
            @Value("${mendian.sms.url}") String url,
            @Value("${mendian.sms.sign-name}") String signName) {
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
        this.url = url;
        this.signName = signName;
    }

    @Override
    public void send(Sms sms) {
        byte[] body = json.writeValueAsBytes(Map.of(
                "phone", sms.phone(),
                "kind", sms.kind(),
                "signName", signName,
                "templateCode", sms.templateCode(),
                "params", sms.params(),
                "reference", sms.reference()));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + PATH))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Sms-Key-Id", accounts.require("sms.key-id"))
                .header("X-Sms-Timestamp", timestamp)
                .header("X-Sms-Nonce", nonce)
                .header("X-Sms-Signature", sign(timestamp, nonce, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new ProviderFailure("the SMS provider answered " + answer.statusCode() + " "
                        + json.readTree(answer.body()).path("code").asString("?"));
            }
        } catch (IOException e) {
            throw new ProviderFailure("the SMS provider cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure("interrupted", e);
        }
    }

    private String sign(String timestamp, String nonce, byte[] body) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            String message = "POST\n" + PATH + "\n" + timestamp + "\n" + nonce + "\n" + digest + "\n";
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accounts.require("sms.secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
