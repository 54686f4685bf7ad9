package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.testkit.EventContract;
import io.mendian.testkit.MendianTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows are never committed, so that the sample's relay does not take them away. */
@MendianTest
class EventContractTest {

    private static final String GOOD = """
            {"orderId": "1", "storeId": "2", "memberKey": null, "reason": "TEST", "cancelledAt": "2026-01-01T00:00:00Z"}
            """;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anEventThatFitsItsSchemaPasses() {
        transaction.executeWithoutResult(status -> {
            put("order.cancelled.v1", GOOD);
            assertThat(EventContract.check(jdbc)).isPositive();
            status.setRollbackOnly();
        });
    }

    @Test
    void anEventThatDoesNotFitOrHasNoSchemaIsNamed() {
        transaction.executeWithoutResult(status -> {
            put("order.cancelled.v1", GOOD.replace("\"2\"", "2"));
            put("order.unheard-of.v1", GOOD);
            assertThatThrownBy(() -> EventContract.check(jdbc))
                    .hasMessageContaining("storeId")
                    .hasMessageContaining("no schema");
            status.setRollbackOnly();
        });
    }

    private void put(String type, String payload) {
        jdbc.update("""
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (?, 'mendian.test', ?, 1, ?, '', '2026-01-01', ?)
                """, UUID.randomUUID().toString(), UUID.randomUUID().toString(), type, payload);
    }
}
