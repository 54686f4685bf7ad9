package io.mendian.simulators.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.mendian.simulators.world.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request as it came in. {@code target} is the raw path with its query, which signatures are made over; {@code vars}
 * are the variable parts of the route's path.
 */
public record Request(
        String method,
        String path,
        String target,
        Map<String, String> query,
        Headers headers,
        byte[] body,
        Map<String, String> vars) {

    static Request of(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String raw = uri.getRawQuery();
        String target = raw == null ? uri.getRawPath() : uri.getRawPath() + "?" + raw;
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                target,
                pairs(raw == null ? "" : raw),
                exchange.getRequestHeaders(),
                body,
                Map.of());
    }

    Request with(Map<String, String> found) {
        return new Request(method, path, target, query, headers, body, found);
    }

    /** The header's first value, or an empty text. */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The query parameter's value, or an empty text. */
    public String param(String name) {
        return query.getOrDefault(name, "");
    }

    public String var(String name) {
        return vars.getOrDefault(name, "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; an empty body is an empty object, anything that is not a JSON object is refused. */
    public JsonNode json() {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new NotJson(e);
        }
        throw new NotJson(null);
    }

    /** The address under which the caller reached this server. */
    public String origin() {
        return "http://" + header("Host");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int eq = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = eq < 0 ? pair : pair.substring(0, eq);
                String value = eq < 0 ? "" : pair.substring(eq + 1);
                found.put(decode(name), decode(value));
            }
        }
        return found;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
