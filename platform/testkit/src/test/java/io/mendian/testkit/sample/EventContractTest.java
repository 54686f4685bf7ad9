package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.runtime.event.Outbox;
import io.mendian.testkit.EventContract;
import io.mendian.testkit.MendianTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MendianTest
class EventContractTest {

    private static final String GOOD = """
            {"orderId": "1", "storeId": "2", "memberKey": null, "reason": "TEST", "cancelledAt": "2026-01-01T00:00:00Z"}
            """;

    @EventType(topic = "mendian.test", type = "order.unheard-of.v1")
    record UnheardOf(String key) implements DomainEvent {}

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anEventThatFitsItsSchemaPasses() {
        EventContract.check("order.cancelled.v1", GOOD);
    }

    @Test
    void anEventThatDoesNotFitIsNamedWithItsField() {
        assertThatThrownBy(() -> EventContract.check("order.cancelled.v1", GOOD.replace("\"2\"", "2")))
                .hasMessageContaining("storeId");
    }

    @Test
    void theOutboxOfAServiceUnderTestTakesNothingWithoutASchema() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> outbox.add(new UnheardOf("1"))))
                .hasMessageContaining("no schema of order.unheard-of.v1");
    }
}
