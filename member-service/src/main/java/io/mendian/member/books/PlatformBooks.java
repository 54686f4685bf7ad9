package io.mendian.member.books;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invariants of the event tables: nothing is parked, nothing waits for the broker longer than a minute. */
@Configuration(proxyBeanMethods = false)
class PlatformBooks {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @Bean
    BookCheck noDeadLetters(JdbcTemplate jdbc) {
        return new SqlBookCheck(jdbc, "I22 no event is parked", "parked event", "dead_letter", """
                SELECT CONCAT(type, ' ', event_id, ' of ', msg_key, ': ', LEFT(reason, 200)) FROM dead_letter
                ORDER BY dead_letter.id""");
    }

    /** One statement, with the clock's instant: the database's own clock may differ. */
    @Bean
    BookCheck outboxIsFresh(JdbcTemplate jdbc, Clock clock) {
        return () -> {
            long started = System.nanoTime();
            Instant oldestAllowed = clock.instant().minus(LONGEST_WAIT);
            List<String> waiting = jdbc.queryForList("""
                    SELECT CONCAT(type, ' of ', msg_key, ' since ', occurred_at) FROM outbox
                    WHERE occurred_at < ? ORDER BY outbox.id LIMIT 20""", String.class, Timestamp.from(oldestAllowed));
            Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM outbox", Long.class);
            return new BookResult(
                    "I19 no event waits for the broker longer than 60 s",
                    "unsent event",
                    waiting.isEmpty(),
                    rows == null ? 0 : rows,
                    Duration.ofNanos(System.nanoTime() - started).toMillis(),
                    waiting);
        };
    }
}
