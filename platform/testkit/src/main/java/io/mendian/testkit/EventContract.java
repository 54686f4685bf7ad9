package io.mendian.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mendian.contracts.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what a service really put into its outbox with the JSON Schemas of the contracts. */
public final class EventContract {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventContract() {}

    /** Fails with every event of the outbox that does not fit its schema. Returns how many events were looked at. */
    public static int check(JdbcTemplate jdbc) {
        Map<String, @Nullable Schema> schemas = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT type, msg_key, payload FROM outbox");
        for (Map<String, Object> row : rows) {
            String type = String.valueOf(row.get("type"));
            String event = type + " of " + row.get("msg_key");
            Schema schema = schemas.computeIfAbsent(type, EventContract::schema);
            if (schema == null) {
                wrong.add(event + ": there is no schema of this type");
                continue;
            }
            schema.validate(
                            String.valueOf(row.get("payload")),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> wrong.add(event + ": " + error));
        }
        Assertions.assertThat(wrong).isEmpty();
        return rows.size();
    }

    private static @Nullable Schema schema(String type) {
        try (InputStream in = DomainEvent.class.getResourceAsStream("/schemas/" + type + ".json")) {
            return in == null
                    ? null
                    : REGISTRY.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
