package io.mendian.runtime.books;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invariants of the tables that every service has from the platform. */
@Configuration(proxyBeanMethods = false)
class PlatformBooks {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @Bean
    Invariants platformInvariants(Clock clock) {
        return new Invariants(
                ALL, () -> Map.of("waiting", Timestamp.from(clock.instant().minus(LONGEST_WAIT))));
    }

    private static final List<Invariant> ALL = List.of(
            new Invariant("I19 no event waits for the broker longer than 60 s", "unsent event", "outbox", """
                    SELECT CONCAT(type, ' of ', msg_key, ' since ', occurred_at) FROM outbox
                    WHERE occurred_at < :waiting ORDER BY outbox.id
                    """),
            new Invariant(
                    "I20 waiting events are the last of their keys, without a gap",
                    "key with an unsent event",
                    """
                    SELECT COUNT(DISTINCT topic, msg_key) FROM outbox
                    """.strip(),
                    """
                    SELECT CONCAT(o.topic, ' ', o.msg_key, ' told ', COALESCE(MAX(s.last_seq), 0), ', waiting ', MIN(o.seq),
                        ' to ', MAX(o.seq))
                    FROM outbox o LEFT JOIN outbox_sequence s ON s.topic = o.topic AND s.msg_key = o.msg_key
                    GROUP BY o.topic, o.msg_key
                    HAVING MAX(o.seq) <> COALESCE(MAX(s.last_seq), 0) OR COUNT(*) <> MAX(o.seq) - MIN(o.seq) + 1
                    """),
            new Invariant("I22 no event is parked", "parked event", "dead_letter", """
                    SELECT CONCAT(type, ' ', event_id, ' of ', msg_key, ': ', LEFT(reason, 200)) FROM dead_letter
                    ORDER BY dead_letter.id
                    """),
            new Invariant("I22 each parked event has its alarm", "parked event", "dead_letter", """
                    SELECT CONCAT(d.type, ' ', d.event_id, ' of ', d.msg_key, ' has no alarm') FROM dead_letter d
                    LEFT JOIN alarm a ON a.kind = 'DEAD_LETTER' AND a.subject = CONCAT(d.topic, ':', d.msg_key)
                        AND a.open_mark = 1
                    WHERE a.id IS NULL
                    """),
            new Invariant(
                    "I22 what this version has learnt to read has been read", "event type", "known_event_type", """
                    SELECT CONCAT(topic, ' ', type, ' since ', missed_since, ' is not read yet') FROM known_event_type
                    WHERE read_at IS NULL AND dropped_at IS NULL AND learnt_at < :waiting ORDER BY topic, type
                    """),
            new Invariant(
                    "I25 an answered request has its status and its answer", "request with a key", "idempotency", """
                    SELECT CONCAT(route, ' of ', principal, ' ', request_key) FROM idempotency
                    WHERE (status IS NULL) <> (answer IS NULL) OR status < 200 OR status > 499
                    """));
}
