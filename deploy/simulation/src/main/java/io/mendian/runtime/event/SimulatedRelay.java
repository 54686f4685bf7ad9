package io.mendian.runtime.event;

import java.lang.reflect.Field;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The relay of a simulated service: its rounds are made when the simulation says so, by no thread of its own. */
public final class SimulatedRelay {

    private final JdbcTemplate jdbc;
    private final Producer<String, byte[]> producer;
    private final String service;
    private final Clock clock;
    private OutboxRelay relay;

    public SimulatedRelay(JdbcTemplate jdbc, Producer<String, byte[]> producer, String service, Clock clock) {
        this.jdbc = jdbc;
        this.producer = producer;
        this.service = service;
        this.clock = clock;
        this.relay = fresh();
    }

    /** The process begins anew: it knows nothing of a lease that it had. */
    public void restart() {
        relay = fresh();
    }

    private OutboxRelay fresh() {
        OutboxRelay fresh = new OutboxRelay(new OutboxTable(jdbc, clock), producer, new OutboxNudge(), service);
        try {
            Field running = OutboxRelay.class.getDeclaredField("running");
            running.setAccessible(true);
            running.setBoolean(fresh, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return fresh;
    }

    /** Sends all that is there. */
    public void drain() {
        try {
            relay.drain();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
