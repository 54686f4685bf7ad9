package io.mendian.testkit;

import io.mendian.runtime.security.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP as somebody: {@code api.as(clerk).post("/store/v1/…", body).expect(201).json()}. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final JsonMapper json;
    private final Function<Caller, String> tokens;
    private final Map<String, String> headers;

    Api(String base, JsonMapper json, Function<Caller, String> tokens, Map<String, String> headers) {
        this.base = base;
        this.json = json;
        this.tokens = tokens;
        this.headers = headers;
    }

    /** The answer to a call. */
    public record Answer(int status, String body, HttpResponse<String> response, JsonMapper mapper) {

        /** Checks the status; on a surprise it shows the body. */
        public Answer expect(int wanted) {
            Assertions.assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }

        /** Checks that the call was refused with this problem code. */
        public Answer expectProblem(int wanted, String code) {
            expect(wanted);
            Assertions.assertThat(json().path("code").asString("")).as(body).isEqualTo(code);
            return this;
        }

        public JsonNode json() {
            return mapper.readTree(body);
        }

        public <T> T as(Class<T> type) {
            return mapper.readValue(body, type);
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Api as(Caller caller) {
        return with("Authorization", "Bearer " + tokens.apply(caller));
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, json, tokens, more);
    }

    /** A fixed Idempotency-Key; without it every write gets a fresh one. */
    public Api withKey(String key) {
        return with("Idempotency-Key", key);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        if (!method.equals("GET") && !headers.containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String text = body == null ? "" : body instanceof String raw ? raw : json.writeValueAsString(body);
        request.method(
                method,
                text.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
        return send(request.build());
    }

    /** Sends one file as multipart form data in the part {@code file}. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "----mendian" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        if (!headers.containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        request.header("Content-Type", "multipart/form-data; boundary=" + boundary);
        request.POST(HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofByteArray(head),
                HttpRequest.BodyPublishers.ofByteArray(content),
                HttpRequest.BodyPublishers.ofByteArray(tail)));
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
