package io.mendian.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway's API as one person. Each write carries a key made of its content, so a command run again has no second effect. */
final class GatewayClient {

    // sorted, because Map.of has another order in each run and the key is made of the text
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A little more than the gateway has for the books of a large chain. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final URI door;
    private final String token;

    private GatewayClient(URI door, String token) {
        this.door = door;
        this.token = token;
    }

    static GatewayClient at(int port) {
        return new GatewayClient(URI.create("http://127.0.0.1:" + port), "");
    }

    GatewayClient as(String accessToken) {
        return new GatewayClient(door, accessToken);
    }

    /** Signs in and goes on as that person. */
    GatewayClient signedIn(String path, Object credentials) {
        return as(post(path, credentials).path("accessToken").asString());
    }

    JsonNode get(String path) {
        return send("GET", path, null, "application/json");
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, text(body), "application/json");
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, text(body), "application/json");
    }

    /** Asks again for a few seconds while something that was just made has not reached every service yet (404, 409). */
    JsonNode patiently(Supplier<JsonNode> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (CommandFailure refused) {
                if (attempt == ATTEMPTS || !refused.isPerhapsTooEarly()) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Sends a text file as the part {@code file} of a form. */
    JsonNode upload(String path, String fileName, String content) {
        String boundary = "mendian-" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send("POST", path, body, "multipart/form-data; boundary=" + boundary);
    }

    /** The same text for the same content, in every run. */
    static String text(Object body) {
        return JSON.writeValueAsString(body);
    }

    private JsonNode send(String method, String path, @Nullable String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.GET();
        } else {
            String key = UUID.nameUUIDFromBytes((method + path + body).getBytes(StandardCharsets.UTF_8))
                    .toString();
            request.header("Content-Type", type)
                    .header("Idempotency-Key", key)
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw CommandFailure.refused(method + " " + path, answer.statusCode(), answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new CommandFailure(
                    "The gateway at " + door + " does not answer (" + e + "). Is the chain up? deploy/status tells.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
