package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the public API as headquarters. What may pass (nobody listens, 429, 502 to 504) is tried again until the patience
 * ends; every write carries a key made of its content, so that a repeated one has no second effect.
 */
final class Headquarters implements AutoCloseable {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    // sorted, because Map.of has another order in each run and the key is made of the text
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI door;
    private final Login login;
    private final Duration patience;
    private volatile @Nullable String token;

    Headquarters(URI door, Login login, Duration patience) {
        this.door = door;
        this.login = login;
        this.patience = patience;
        this.token = login.token();
    }

    private record Answer(int status, String body) {}

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, JSON.writeValueAsString(body));
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        String used = token == null ? signIn(null) : token;
        Answer answer = patiently(method, path, body, used);
        if (answer.status == 401 && login.token() == null) {
            answer = patiently(method, path, body, signIn(used));
        }
        if (answer.status >= 300) {
            throw refused(method, path, answer);
        }
        return answer.body.isBlank() ? JSON.createObjectNode() : read(answer.body);
    }

    /** A new token, unless another thread has fetched one since {@code stale} was used. */
    private synchronized String signIn(@Nullable String stale) {
        String now = token;
        if (now != null && !now.equals(stale)) {
            return now;
        }
        String password = login.password();
        Answer answer =
                patiently("POST", "/hq/v1/login", body(Map.of("login", login.name(), "password", password)), null);
        if (answer.status == 401) {
            throw new CommandFailure("Headquarters' login '" + login.name()
                    + "' or its password is wrong. Give them with --login and --password (or MENDIAN_HQ_PASSWORD).");
        }
        if (answer.status != 200) {
            throw refused("POST", "/hq/v1/login", answer);
        }
        JsonNode pair = read(answer.body);
        if (pair.path("mustChangePassword").asBoolean(false)) {
            throw new CommandFailure("The password of '" + login.name() + "' must be changed first.");
        }
        String fresh = pair.path("accessToken").asString();
        token = fresh;
        return fresh;
    }

    private Answer patiently(String method, String path, @Nullable String body, @Nullable String bearer) {
        long until = System.nanoTime() + patience.toNanos();
        for (long pause = 100; ; pause = Math.min(pause * 2, 5000)) {
            String trouble;
            try {
                Answer answer = once(method, path, body, bearer);
                if (!PASSING.contains(answer.status)) {
                    return answer;
                }
                trouble = "answers " + answer.status;
            } catch (IOException e) {
                trouble = "does not answer (" + e + ")";
            }
            if (System.nanoTime() > until) {
                throw new CommandFailure("The gateway at " + door + " " + trouble + " to " + method + " " + path
                        + ". deploy/status tells what runs; the same command goes on from here.");
            }
            sleep(pause);
        }
    }

    private Answer once(String method, String path, @Nullable String body, @Nullable String bearer) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            String key = UUID.nameUUIDFromBytes((path + body).getBytes(StandardCharsets.UTF_8))
                    .toString();
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static CommandFailure refused(String method, String path, Answer answer) {
        String detail = answer.body;
        try {
            detail = JSON.readTree(answer.body).path("detail").asString(answer.body);
        } catch (JacksonException e) {
            // then the body as it is
        }
        return new CommandFailure(method + " " + path + " was refused with " + answer.status + ": " + detail);
    }

    private static String body(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new CommandFailure("The gateway answered something that is not JSON: " + body, e);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
