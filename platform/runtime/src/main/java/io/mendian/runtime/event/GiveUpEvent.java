package io.mendian.runtime.event;

import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Headquarters gives up an event that nobody can handle. Where its sender can tell again what it told, that is done in its
 * place; nothing is decided while the sender does not answer.
 */
final class GiveUpEvent {

    private static final Logger LOG = LoggerFactory.getLogger(GiveUpEvent.class);

    private final DeadLetters deadLetters;
    private final EventDispatcher dispatcher;
    private final List<ToldAgain> senders;

    GiveUpEvent(DeadLetters deadLetters, EventDispatcher dispatcher, List<ToldAgain> senders) {
        this.deadLetters = deadLetters;
        this.dispatcher = dispatcher;
        this.senders = senders;
    }

    /** False when no such event is parked. */
    boolean giveUp(long id, String reason, Caller caller) {
        IncomingEvent parked = deadLetters.find(id).orElse(null);
        if (parked == null) {
            return false;
        }
        IncomingEvent again = toldAgain(parked);
        try {
            return dispatcher.giveUp(id, reason, caller, again);
        } catch (RuntimeException e) {
            if (again == null || EventDispatcher.saysDatabaseIsAway(e)) {
                throw e;
            }
            LOG.error(
                    "{} {} of {}: told again, and not to be handled either",
                    parked.type(),
                    parked.id(),
                    parked.key(),
                    e);
            return dispatcher.giveUp(id, reason, caller, null);
        }
    }

    private @Nullable IncomingEvent toldAgain(IncomingEvent parked) {
        return senders.stream()
                .map(sender -> sender.payload(parked.type(), parked.key()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(payload -> new IncomingEvent(
                        parked.id(),
                        parked.topic(),
                        parked.key(),
                        parked.sequence(),
                        parked.type(),
                        parked.time(),
                        payload))
                .orElse(null);
    }
}
