package io.mendian.simulators.http;

import io.mendian.simulators.world.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer: status, headers, body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(value));
    }

    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer text(int status, String type, String text) {
        return new Answer(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
