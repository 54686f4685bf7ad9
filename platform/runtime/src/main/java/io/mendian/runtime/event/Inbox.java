package io.mendian.runtime.event;

import io.mendian.runtime.persistence.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ids of events whose effect is committed, kept for 30 days. */
final class Inbox {

    private static final Duration KEPT = Duration.ofDays(30);
    private final JdbcTemplate jdbc;
    private final String consumer;
    private final Clock clock;

    Inbox(JdbcTemplate jdbc, String consumer, Clock clock) {
        this.jdbc = jdbc;
        this.consumer = consumer;
        this.clock = clock;
    }

    Set<String> seen(List<IncomingEvent> events) {
        List<Object> parameters = new ArrayList<>(List.of(consumer));
        events.forEach(event -> parameters.add(event.id()));
        String marks = String.join(", ", Collections.nCopies(events.size(), "?"));
        return new HashSet<>(jdbc.queryForList(
                "SELECT event_id FROM inbox WHERE consumer = ? AND event_id IN (" + marks + ")",
                String.class,
                parameters.toArray()));
    }

    /** The unique key refuses an event that another transaction did meanwhile. */
    void add(List<IncomingEvent> events) {
        LocalDateTime now = UtcTime.of(clock.instant());
        List<Object[]> rows = events.stream()
                .map(event -> new Object[] {consumer, event.id(), now})
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?)", rows);
        }
    }

    /** Writes the event down; false when it was there already: to ask before would be a statement for a rare answer. */
    boolean isNew(IncomingEvent event) {
        try {
            jdbc.update(
                    "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?)",
                    consumer,
                    event.id(),
                    UtcTime.of(clock.instant()));
            return true;
        } catch (DuplicateKeyException done) {
            return false;
        }
    }

    int forgetOld(int limit) {
        return jdbc.update(
                "DELETE FROM inbox WHERE received_at < ? ORDER BY received_at LIMIT " + limit,
                UtcTime.of(clock.instant().minus(KEPT)));
    }
}
