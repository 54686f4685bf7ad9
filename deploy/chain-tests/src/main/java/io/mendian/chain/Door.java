package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes through the gateway as one person: {@code door.as(token).post("/store/v1/sales", body).expect(201).json()}. */
public final class Door {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final String token;
    private final String key;

    private Door(String base, String token, String key) {
        this.base = base;
        this.token = token;
        this.key = key;
    }

    static Door at(String base) {
        return new Door(base, "", "");
    }

    public Door as(String accessToken) {
        return new Door(base, accessToken, key);
    }

    public String base() {
        return base;
    }

    public String token() {
        return token;
    }

    /** A fixed Idempotency-Key; otherwise each write has a new one. */
    Door withKey(String idempotencyKey) {
        return new Door(base, token, idempotencyKey);
    }

    public record Answer(int status, String body, boolean replayed) {

        public Answer expect(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }

        public Answer expectProblem(int wanted, String code) {
            expect(wanted);
            assertThat(json().path("code").asString("")).as(body).isEqualTo(code);
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            JsonNode node = json().at(field.startsWith("/") ? field : "/" + field);
            assertThat(node.isMissingNode()).as(field + " of " + body).isFalse();
            return node.asString();
        }

        public long number(String field) {
            JsonNode node = json().at(field.startsWith("/") ? field : "/" + field);
            assertThat(node.isNumber()).as(field + " of " + body).isTrue();
            return node.asLong();
        }
    }

    public Answer get(String path) {
        return send(request("GET", path, BodyPublishers.noBody()));
    }

    public Answer post(String path, Object body) {
        return send(request("POST", path, json(body)).header("Content-Type", "application/json"));
    }

    public Answer put(String path, Object body) {
        return send(request("PUT", path, json(body)).header("Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send(request("DELETE", path, BodyPublishers.noBody()));
    }

    Answer upload(String path, String fileName, String content) {
        String boundary = "mendian" + UUID.randomUUID();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(request("POST", path, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", key.isEmpty() ? UUID.randomUUID().toString() : key);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> with(Object... pairs) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
