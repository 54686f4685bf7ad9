package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where nothing is parked nobody asks for what is; what is parked on the way must be known all the same. */
@MendianTest
class ParkedBatchTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    JdbcTemplate jdbc;

    private final long id = ThreadLocalRandom.current().nextLong(1L << 60);

    @BeforeEach
    void nothingIsParked() {
        jdbc.update("DELETE FROM dead_letter");
    }

    @Test
    void whatFollowsAPoisonedEventOfItsOwnBatchIsParkedBehindIt() {
        SampleController.Listener.poison = Long.toString(id);
        dispatcher.dispatch(List.of(
                deliveries.incoming(cancelled(id)),
                deliveries.incoming(cancelled(id)),
                deliveries.incoming(cancelled(id + 1))));
        SampleController.Listener.poison = "";
        assertThat(seen(id)).isZero();
        assertThat(jdbc.queryForList(
                        "SELECT reason FROM dead_letter WHERE msg_key = ? ORDER BY id",
                        String.class,
                        Long.toString(id)))
                .containsExactly("java.lang.IllegalStateException: poison", "waits behind an earlier event of its key");
        assertThat(seen(id + 1)).isGreaterThanOrEqualTo(1);
    }

    /** What is parked and comes again by itself is done, and parked no more. */
    @Test
    void aParkedEventThatIsDeliveredAgainIsDoneAndGone() {
        SampleController.Listener.poison = Long.toString(id);
        IncomingEvent event = deliveries.deliver(cancelled(id));
        SampleController.Listener.poison = "";
        deliveries.again(event);
        assertThat(seen(id)).isEqualTo(1);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dead_letter WHERE event_id = ?", Long.class, event.id()))
                .isZero();
    }

    private static long seen(long key) {
        return SampleController.Listener.SEEN.stream()
                .filter(event -> event.key().equals(Long.toString(key)))
                .count();
    }

    private static OrderCancelled cancelled(long id) {
        return new OrderCancelled(OrderId.of(id), StoreId.of(1), null, "TEST", Instant.EPOCH);
    }
}
