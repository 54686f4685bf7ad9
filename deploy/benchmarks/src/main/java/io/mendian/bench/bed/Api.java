package io.mendian.bench.bed;

import io.mendian.bench.measure.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API as one person, for preparing and checking; what is refused throws. Who is told that a service is away asks
 * again with his key, as every client of the platform does.
 */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int TRIES_AGAIN = 3;

    private final int port;
    private final String token;

    Api(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public Api as(String accessToken) {
        return new Api(port, accessToken);
    }

    public String token() {
        return token;
    }

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    public static JsonNode read(String body) {
        return JSON.readTree(body);
    }

    /** A map in the order of its pairs. */
    public static Map<String, Object> with(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Waits for what arrives by event. */
    public static void until(String what, BooleanSupplier condition) {
        if (!holdsWithin(Duration.ofMinutes(3), condition)) {
            throw new IllegalStateException("Waited three minutes in vain for: " + what);
        }
    }

    /** Waits for it, and answers whether it came. */
    public static boolean holdsWithin(Duration patience, BooleanSupplier condition) {
        long limit = System.nanoTime() + patience.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > limit) {
                return false;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return true;
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (Refused tooEarly) {
            return false;
        }
    }

    /** The answer was no success. */
    public static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private JsonNode send(String method, String path, String body) {
        String key = UUID.randomUUID().toString();
        try (Wire wire = new Wire(port, token)) {
            Wire.Answer answer = ask(wire, method, path, body, key);
            for (int again = 0; again < TRIES_AGAIN && answer.status() == 503; again++) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                answer = ask(wire, method, path, body, key);
            }
            if (answer.status() >= 300) {
                throw new Refused(method + " " + path + " → " + answer.status() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wire.Answer ask(Wire wire, String method, String path, String body, String key) throws IOException {
        return method.equals("GET") ? wire.get(path) : wire.post(path, body, key);
    }
}
