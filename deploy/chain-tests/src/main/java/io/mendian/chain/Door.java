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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes through the gateway as one person: {@code door.as(token).post("/store/v1/sales", body).expect(201).json()}. */
public final class Door {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final @Nullable Session session;
    private final String key;

    private Door(String base, @Nullable Session session, String key) {
        this.base = base;
        this.session = session;
        this.key = key;
    }

    static Door at(String base) {
        return new Door(base, null, "");
    }

    /** With a token that is as it is. */
    public Door as(String accessToken) {
        return new Door(base, new Session(accessToken, ""), key);
    }

    /** With what a login answered, as {@code /app}, {@code /store} or {@code /hq}: a token that grew old is renewed, as every program does. */
    Door as(String audience, JsonNode login) {
        Session fresh = new Session(
                login.path("accessToken").asString(),
                audience + "/v1/login/refresh " + login.path("refreshToken").asString(""));
        return new Door(base, fresh, key);
    }

    /** The pair of tokens of somebody who is signed in; {@code renewal} is the route and the token that renews it. */
    private static final class Session {
        private String token;
        private String renewal;

        Session(String token, String renewal) {
            this.token = token;
            this.renewal = renewal;
        }

        synchronized String token() {
            return token;
        }

        /** True when there is another token now than the one that was refused. */
        synchronized boolean renewed(String base, String refused) {
            if (!token.equals(refused)) {
                return true;
            }
            String[] words = renewal.split(" ", 2);
            if (words.length < 2) {
                return false;
            }
            Answer answer = at(base).post(words[0], Map.of("refreshToken", words[1]));
            if (answer.status() >= 500) {
                throw new UncheckedIOException(new IOException("the token cannot be renewed now: " + answer));
            }
            if (answer.status() == 200) {
                token = answer.text("accessToken");
                renewal = words[0] + " " + answer.json().path("refreshToken").asString(words[1]);
            }
            return answer.status() == 200;
        }
    }

    public String base() {
        return base;
    }

    public String token() {
        return session == null ? "" : session.token();
    }

    /** A fixed Idempotency-Key; otherwise each write has a new one. */
    Door withKey(String idempotencyKey) {
        return new Door(base, session, idempotencyKey);
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
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", key.isEmpty() ? UUID.randomUUID().toString() : key);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        if (session == null) {
            return exchange(request);
        }
        String token = session.token();
        Answer answer = exchange(request.setHeader("Authorization", "Bearer " + token));
        return answer.status() == 401 && session.renewed(base, token)
                ? exchange(request.setHeader("Authorization", "Bearer " + session.token()))
                : answer;
    }

    private static Answer exchange(HttpRequest.Builder request) {
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
