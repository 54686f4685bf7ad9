package io.mendian.order.payment.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed requests to WeChat Pay and answers whose signature was checked. While the provider is away calls fail at once. */
final class WeChatHttp {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration FILE_WITHIN = Duration.ofMinutes(1);

    private final String base;
    private final MerchantKeys keys;
    private final WeChatCrypto crypto;
    private final CircuitBreaker breaker;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    WeChatHttp(
            String base, MerchantKeys keys, WeChatCrypto crypto, CircuitBreaker breaker, JsonMapper json, Clock clock) {
        this.base = base;
        this.keys = keys;
        this.crypto = crypto;
        this.breaker = breaker;
        this.json = json;
        this.clock = clock;
    }

    JsonNode get(String target) {
        return send("GET", target, null);
    }

    JsonNode post(String target, Object body) {
        return send("POST", target, body);
    }

    private JsonNode send(String method, String target, @Nullable Object body) {
        String text = body == null ? "" : json.writeValueAsString(body);
        HttpRequest request = signed(method, target, text)
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        text.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text))
                .build();
        return read(guarded(request, HttpResponse.BodyHandlers.ofString()), target);
    }

    /** A file; its content is not signed, whoever fetches it compares the hash that a signed answer named. */
    byte[] download(String target) {
        HttpRequest request =
                signed("GET", target, "").timeout(FILE_WITHIN).GET().build();
        HttpResponse<byte[]> answer = guarded(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new WeChatPayUnknown("WeChat Pay answered " + answer.statusCode() + " to a download", null);
        }
        return answer.body();
    }

    private HttpRequest.Builder signed(String method, String target, String body) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .header("User-Agent", "mendian")
                .header("Wechatpay-Serial", keys.publicKeyId())
                .header("Authorization", crypto.authorization(method, target, body, clock.instant()));
    }

    private <T> HttpResponse<T> guarded(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw new WeChatPayUnknown("WeChat Pay is away", e);
        }
        long began = System.nanoTime();
        try {
            HttpResponse<T> answer = http.send(request, handler);
            if (answer.statusCode() >= 500) {
                breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, new IOException("5xx"));
            } else {
                breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
            return answer;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            throw new WeChatPayUnknown("no answer of WeChat Pay", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeChatPayUnknown("interrupted while WeChat Pay was asked", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer, String target) {
        int status = answer.statusCode();
        if (status >= 500 || status == 429) {
            throw new WeChatPayUnknown("WeChat Pay answered " + status + " to " + target + ": " + answer.body(), null);
        }
        boolean signed = crypto.isByPlatform(
                name -> answer.headers().firstValue(String.valueOf(name)).orElse(null), answer.body(), clock.instant());
        if (status < 300 && !signed) {
            throw new WeChatPayUnknown("an answer to " + target + " is not signed by WeChat Pay", null);
        }
        try {
            JsonNode body = answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
            if (status >= 300) {
                throw new WeChatPayRefused(
                        status,
                        body.path("code").asString("UNKNOWN"),
                        body.path("message").asString(""));
            }
            return body;
        } catch (JacksonException e) {
            throw new WeChatPayUnknown("an answer to " + target + " is not JSON", e);
        }
    }
}
