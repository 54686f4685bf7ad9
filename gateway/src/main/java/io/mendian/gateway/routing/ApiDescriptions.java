package io.mendian.gateway.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI descriptions that the services check in; they are packed into the gateway when it is built. */
public final class ApiDescriptions {

    public static final List<String> SERVICES = List.of(
            "member-service",
            "marketing-service",
            "order-service",
            "inventory-service",
            "booking-service",
            "analytics-service");

    private static final List<String> AUDIENCES = List.of("/app/", "/store/", "/hq/", "/open/");
    private final Map<String, String> yaml = new TreeMap<>();

    private ApiDescriptions() {}

    public static ApiDescriptions load() {
        ApiDescriptions descriptions = new ApiDescriptions();
        for (String service : SERVICES) {
            ClassPathResource file = new ClassPathResource("apis/" + service + "/openapi.yaml");
            if (file.exists()) {
                try (InputStream in = file.getInputStream()) {
                    descriptions.yaml.put(service, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException("cannot read the API of " + service, e);
                }
            }
        }
        return descriptions;
    }

    public @Nullable String yamlOf(String service) {
        return yaml.get(service);
    }

    /** Every path for people and partners; {@code /internal} never gets a way in. */
    public RouteTable routes() {
        RouteTable table = new RouteTable();
        yaml.forEach((service, text) -> {
            Object paths = parse(text).get("paths");
            if (paths instanceof Map<?, ?> templates) {
                templates.keySet().stream()
                        .map(String::valueOf)
                        .filter(path -> AUDIENCES.stream().anyMatch(path::startsWith))
                        .forEach(path -> table.add(path, service));
            }
        });
        return table;
    }

    private static Map<String, Object> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        options.setMaxAliasesForCollections(1000);
        return new Yaml(new SafeConstructor(options)).load(text);
    }
}
