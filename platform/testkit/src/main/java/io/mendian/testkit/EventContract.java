package io.mendian.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/** Stands before the outbox of a service under test: an event that does not fit the JSON Schema of its type fails the test. */
public final class EventContract implements MethodInterceptor {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Optional<Schema>> SCHEMAS = new ConcurrentHashMap<>();

    private final ObjectProvider<JsonMapper> json;

    EventContract(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object argument = invocation.getArguments().length == 1 ? invocation.getArguments()[0] : null;
        if (argument instanceof DomainEvent event) {
            check(event);
        } else if (argument instanceof List<?> events) {
            events.forEach(event -> check((DomainEvent) event));
        }
        return invocation.proceed();
    }

    private void check(DomainEvent event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        Assertions.assertThat(type).as("%s has no @EventType", event.getClass()).isNotNull();
        check(type.type(), json.getObject().writeValueAsString(event));
    }

    /** Fails, naming the field, when the JSON does not fit the schema of its type, or when the type has none. */
    public static void check(String type, String payload) {
        Schema schema = SCHEMAS.computeIfAbsent(type, EventContract::schema)
                .orElseThrow(() -> new AssertionError("there is no schema of " + type));
        Assertions.assertThat(schema.validate(
                        payload,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s: %s", type, payload)
                .isEmpty();
    }

    private static Optional<Schema> schema(String type) {
        try (InputStream in = DomainEvent.class.getResourceAsStream("/schemas/" + type + ".json")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(REGISTRY.getSchema(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
