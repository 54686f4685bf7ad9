package io.mendian.testkit;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the service under test put into its outbox. */
public final class OutboxProbe {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OutboxProbe(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The events of one type and key, in their order. */
    public <T extends DomainEvent> List<T> events(Class<T> event, String key) {
        EventType type = Objects.requireNonNull(event.getAnnotation(EventType.class));
        return jdbc
                .queryForList(
                        "SELECT payload FROM outbox WHERE topic = ? AND type = ? AND msg_key = ? ORDER BY seq",
                        String.class,
                        type.topic(),
                        type.type(),
                        key)
                .stream()
                .map(payload -> json.readValue(payload, event))
                .toList();
    }
}
