package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Each check of the platform's own tables names the row that breaks it. */
@MendianTest
class PlatformBooksTest {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void anEventThatWaitsTooLongIsNamed() {
        jdbc.update("""
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (UUID(), 'none', ?, 2, 'Old', '', '2026-01-01 00:00:00', '{}')""", mark);
        assertThat(offenders("I19")).contains(mark);
        assertThat(offenders("I20")).contains(mark + " told 0, waiting 2 to 2");
        jdbc.update("DELETE FROM outbox WHERE msg_key = ?", mark);
        assertThat(offenders("I19")).doesNotContain(mark);
    }

    @Test
    void aParkedEventIsNamedAndItsMissingAlarmToo() {
        jdbc.update("""
                INSERT INTO dead_letter (consumer, event_id, topic, msg_key, seq, type, occurred_at, payload, state, reason,
                    attempts, parked_at, retry_at)
                VALUES ('other', UUID(), 'none', ?, 1, 'Bad', '2026-01-01', '{}', 'PARKED', 'poison', 1, '2026-01-01',
                    '2026-01-01')""", mark);
        assertThat(offenders("I22 no event is parked")).contains(mark);
        assertThat(offenders("I22 each parked event")).contains(mark);
        jdbc.update("DELETE FROM dead_letter WHERE msg_key = ?", mark);
    }

    @Test
    void aStatusWithoutAnAnswerIsNamed() {
        jdbc.update("""
                INSERT INTO idempotency (principal, route, request_key, operation_id, body_hash, status, leased_until,
                    created_at)
                VALUES ('x', 'r', ?, 1, 'h', 200, '2026-01-01', '2026-01-01')""", mark);
        assertThat(offenders("I25")).contains(mark);
        jdbc.update("DELETE FROM idempotency WHERE request_key = ?", mark);
    }

    private String offenders(String check) {
        JsonNode books = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/testkit-sample")
                .expect(200)
                .json();
        assertThat(books.path("service").asString()).isEqualTo("testkit-sample");
        return books.path("checks")
                .valueStream()
                .filter(result -> result.path("name").asString().startsWith(check))
                .findFirst()
                .orElseThrow()
                .path("offenders")
                .toString();
    }
}
