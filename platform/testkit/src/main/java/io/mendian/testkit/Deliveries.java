package io.mendian.testkit;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Delivers events to the service under test as Kafka would, through the inbox. */
public final class Deliveries {

    private final EventDispatcher dispatcher;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(EventDispatcher dispatcher, JsonMapper json, Clock clock) {
        this.dispatcher = dispatcher;
        this.json = json;
        this.clock = clock;
    }

    /** Delivers an event once; gives the delivery, so that it can be repeated. */
    public IncomingEvent deliver(DomainEvent event) {
        IncomingEvent incoming = incoming(event);
        dispatcher.dispatch(List.of(incoming));
        return incoming;
    }

    /** Delivers the same event twice in a row. */
    public void deliverTwice(DomainEvent event) {
        again(deliver(event));
    }

    public void again(IncomingEvent delivered) {
        dispatcher.dispatch(List.of(delivered));
    }

    /** Delivers the same event {@code times} at the same instant, as after a rebalance. */
    public void deliverInParallel(DomainEvent event, int times) {
        IncomingEvent incoming = incoming(event);
        List<Race.Outcome<Boolean>> outcomes = Race.run(times, i -> () -> {
            dispatcher.dispatch(List.of(incoming));
            return true;
        });
        outcomes.forEach(outcome -> {
            if (!outcome.succeeded()) {
                throw new IllegalStateException("a delivery failed", outcome.failure());
            }
        });
    }

    public IncomingEvent incoming(DomainEvent event) {
        EventType type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class));
        return new IncomingEvent(
                UUID.randomUUID().toString(),
                type.topic(),
                event.key(),
                1,
                type.type(),
                clock.instant(),
                json.writeValueAsString(event));
    }
}
