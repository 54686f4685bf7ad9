package io.mendian.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * What another service takes: its checked-in {@code api/openapi.yaml}. Whoever stands for that service in a test shows here
 * what it was asked, so that a request the real one would refuse does not pass.
 */
public final class NeighbourContract {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Map<?, ?>> DESCRIBED = new ConcurrentHashMap<>();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final JsonMapper json;

    NeighbourContract(JsonMapper json) {
        this.json = json;
    }

    /** Fails, naming the field, when the body does not fit {@code POST path} of a service. */
    public void posted(String service, String path, Object body) {
        String text = json.writeValueAsString(withoutNulls(json.convertValue(body, Map.class)));
        Schema schema = SCHEMAS.computeIfAbsent(service + path, any -> schema(service, path));
        Assertions.assertThat(schema.validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("POST %s of %s: %s", path, service, text)
                .isEmpty();
    }

    private Schema schema(String service, String path) {
        Map<?, ?> described = DESCRIBED.computeIfAbsent(service, NeighbourContract::described);
        Map<?, ?> body = at(described, "paths", path, "post", "requestBody", "content", "application/json", "schema");
        Map<String, Object> whole = new LinkedHashMap<>();
        body.forEach((name, value) -> whole.put((String) name, value));
        whole.put("components", described.get("components"));
        return REGISTRY.getSchema(json.writeValueAsString(anchored(whole)), InputFormat.JSON);
    }

    private static Map<?, ?> described(String service) {
        try {
            return new Yaml().load(Files.readString(Path.of("..", service, "api", "openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> at(Map<?, ?> from, String... names) {
        Map<?, ?> found = from;
        for (String name : names) {
            found = (Map<?, ?>)
                    Objects.requireNonNull(found.get(name), () -> "nothing says " + String.join(" ", names));
        }
        return found;
    }

    /** A service matches whole texts; a schema looks for its patterns anywhere in them. */
    private static @Nullable Object anchored(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(
                    name,
                    "pattern".equals(name) && value instanceof String pattern
                            ? "^(?:" + pattern + ")$"
                            : anchored(value)));
            return copy;
        }
        return node instanceof List<?> list
                ? list.stream().map(NeighbourContract::anchored).toList()
                : node;
    }

    /** What is left out and what is null is the same to a service. */
    private static @Nullable Object withoutNulls(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> Objects.requireNonNull(withoutNulls(entry.getValue()))));
        }
        return node instanceof List<?> list
                ? list.stream().map(NeighbourContract::withoutNulls).toList()
                : node;
    }
}
