package io.mendian.runtime.event;

import io.mendian.runtime.alarm.Audit;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.security.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events to their handlers: a whole batch in one transaction, and when that fails one by one. An event is done
 * once, whatever the number of its deliveries. One that cannot be done is parked, and its key waits behind it; while the
 * database is away everything waits.
 */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int TRIES = 3;

    private final HandlerRegistry handlers;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final Audit audit;

    EventDispatcher(
            HandlerRegistry handlers,
            Inbox inbox,
            DeadLetters deadLetters,
            TransactionTemplate transaction,
            Audit audit) {
        this.audit = audit;
        this.handlers = handlers;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
    }

    /** Handles deliveries in their order. Throws only while the database is away; then the batch is delivered again. */
    public void dispatch(List<IncomingEvent> batch) {
        Map<String, IncomingEvent> known = new LinkedHashMap<>();
        batch.stream()
                .filter(event -> handlers.knows(event.type()))
                .forEach(event -> known.putIfAbsent(event.id(), event));
        if (known.isEmpty()) {
            return;
        }
        List<IncomingEvent> events = List.copyOf(known.values());
        boolean anyParked = !deadLetters.parkedKeys().isEmpty();
        if (!anyParked && events.size() > 1 && doneTogether(events)) {
            return;
        }
        for (IncomingEvent event : events) {
            // whoever parks an event of these keys is this thread: the keys of a partition have one reader
            anyParked = one(event, anyParked);
        }
    }

    private boolean doneTogether(List<IncomingEvent> events) {
        try {
            TransactionRetry.repeat(() -> transaction.execute(status -> {
                Set<String> seen = inbox.seen(events);
                List<IncomingEvent> fresh = events.stream()
                        .filter(event -> !seen.contains(event.id()))
                        .toList();
                inbox.add(fresh);
                fresh.forEach(this::handle);
                return fresh.size();
            }));
            events.forEach(EventDispatcher::committed);
            return true;
        } catch (RuntimeException e) {
            throwIfDatabaseIsAway(e);
            LOG.info("a batch of {} events is handled one by one: {}", events.size(), e.toString());
            return false;
        }
    }

    /** Whether any event may be parked after this one; only then the parked ones are asked. */
    private boolean one(IncomingEvent event, boolean anyParked) {
        if (anyParked && deadLetters.isKeyParked(event)) {
            deadLetters.park(event, "waits behind an earlier event of its key");
            return true;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                once(event, anyParked);
                committed(event);
                return anyParked;
            } catch (RuntimeException e) {
                throwIfDatabaseIsAway(e);
                if (attempt == TRIES) {
                    LOG.error("ALARM parked {} {} of {}", event.type(), event.id(), event.key(), e);
                    deadLetters.park(event, e.toString());
                    return true;
                }
            }
        }
    }

    /** One event in one transaction with its inbox row; nothing when it was done before. */
    private void once(IncomingEvent event, boolean mayBeParked) {
        TransactionRetry.repeat(() -> transaction.execute(status -> {
            if (inbox.isNew(event)) {
                handle(event);
            }
            if (mayBeParked) {
                boolean ignored = deadLetters.remove(event);
            }
            return event;
        }));
    }

    private void handle(IncomingEvent event) {
        handlers.handle(event);
        CrashPoints.at("inbox.handled", event.type());
    }

    private static void committed(IncomingEvent event) {
        CrashPoints.at("inbox", "committed");
        CrashPoints.at("inbox.committed", event.type());
    }

    /**
     * Counts a parked event as done, so that no later delivery parks it again; those behind it are due at once. What its
     * sender has told again is done in its place, once; without that nobody ever does it. False when there is no such event.
     */
    boolean giveUp(long id, String reason, Caller caller, @Nullable IncomingEvent toldAgain) {
        return TransactionRetry.repeat(() -> Boolean.TRUE.equals(transaction.execute(status -> {
            IncomingEvent event = deadLetters.find(id).orElse(null);
            // many may have seen it; one takes it away
            if (event == null || !deadLetters.remove(event)) {
                return false;
            }
            LOG.warn("{} gave up {} {} of {}: {}", caller.subject(), event.type(), event.id(), event.key(), reason);
            String effect = "NONE";
            if (inbox.isNew(event) && toldAgain != null) {
                handle(toldAgain);
                effect = "TOLD_AGAIN";
            }
            deadLetters.dueNow(event);
            audit.add(
                    caller,
                    "EVENT_GIVEN_UP",
                    event.topic() + ":" + event.key(),
                    Map.of("eventId", event.id(), "type", event.type(), "reason", reason, "effect", effect));
            return true;
        })));
    }

    /** Tries the parked events whose time has come, in the order of their keys. */
    public void retryParked() {
        for (IncomingEvent head : deadLetters.due()) {
            IncomingEvent event = head;
            while (event != null) {
                try {
                    once(event, true);
                    event = deadLetters.next(event);
                } catch (RuntimeException e) {
                    throwIfDatabaseIsAway(e);
                    deadLetters.failedAgain(event, e.toString());
                    break;
                }
            }
        }
    }

    private static void throwIfDatabaseIsAway(RuntimeException e) {
        if (saysDatabaseIsAway(e)) {
            throw e;
        }
    }

    /** Whether the event is not to blame: a connection that broke while it was handled counts, too. */
    static boolean saysDatabaseIsAway(RuntimeException e) {
        return !isOwnGuard(e)
                && (e instanceof TransientDataAccessException
                        || e instanceof RecoverableDataAccessException
                        || e instanceof DataAccessResourceFailureException
                        || e instanceof CannotCreateTransactionException
                        || e instanceof TransactionSystemException
                        // a snapshot conflict has no type of its own
                        || TransactionRetry.lostARace(e));
    }

    /** A guarded update of ours that met another state; Spring calls it transient, but it may fail for ever and hold up all keys. */
    private static boolean isOwnGuard(RuntimeException e) {
        return e instanceof ConcurrencyFailureException && !(e instanceof PessimisticLockingFailureException);
    }
}
