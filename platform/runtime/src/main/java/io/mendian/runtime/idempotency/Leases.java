package io.mendian.runtime.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The long processes this instance leads. A lease is short and renewed while the work goes on, so that after a kill the
 * next try leads within seconds, on this instance or another. Only who still holds a lease renews it; a leader that was
 * paused for longer than its lease is overtaken, which a process must bear: every step of it can be repeated.
 */
final class Leases implements AutoCloseable {

    /** How long a dead leader is waited for. */
    static final Duration LENGTH = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final IdempotencyStore store;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final Thread heart;

    Leases(IdempotencyStore store) {
        this.store = store;
        this.heart = Thread.ofVirtual().name("idempotency-leases").start(this::beat);
    }

    /** One led request. */
    final class Lease {
        private final IdempotencyStore.Request request;
        private Instant until;
        private boolean ended;

        private Lease(IdempotencyStore.Request request, Instant until) {
            this.request = request;
            this.until = until;
        }

        private synchronized void renew() {
            if (!ended) {
                store.renew(request, until).ifPresentOrElse(later -> until = later, this::overtaken);
            }
        }

        private void overtaken() {
            ended = true;
            LOG.info("another try leads {} now", request.route());
        }

        /** No more renewals from here on. */
        private synchronized void end() {
            ended = true;
        }

        /** The next try need not wait. */
        void giveUp() {
            store.release(request, until);
        }
    }

    Lease keep(IdempotencyStore.Request request, Instant until) {
        Lease lease = new Lease(request, until);
        held.add(lease);
        return lease;
    }

    void end(Lease lease) {
        held.remove(lease);
        lease.end();
    }

    private void beat() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(BEAT);
                held.forEach(Lease::renew);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // the database is away: nobody else can lead either
                LOG.warn("leases could not be renewed: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        heart.interrupt();
    }
}
