package io.mendian.runtime.event;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The relay of a simulated service: its rounds are made when the simulation says so. */
public final class SimulatedRelay {

    private final OutboxRelay relay;

    public SimulatedRelay(JdbcTemplate jdbc, Producer<String, byte[]> producer, String service, Clock clock) {
        this.relay = new OutboxRelay(jdbc, producer, new OutboxNudge(), service, clock);
    }

    /** One batch; how many rows were sent. */
    public int round() {
        try {
            return relay.round();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
