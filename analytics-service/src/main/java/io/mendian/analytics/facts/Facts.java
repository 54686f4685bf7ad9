package io.mendian.analytics.facts;

import io.mendian.runtime.event.Event;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what the events of one transaction say and writes it with a handful of statements just before the commit, so
 * that a takeover of old sales, which comes in batches of 200 events, costs a statement or two per ten events.
 */
@Component
class Facts {

    private final FactWriter writer;
    private final Clock clock;

    Facts(FactWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** The batch of the running transaction; it now knows this event. */
    FactBatch batchOf(Event<?> event) {
        FactBatch batch = current();
        batch.seen(event.time());
        return batch;
    }

    /** Counts an event that leaves nothing else in the batch. */
    void seen(Event<?> event) {
        current().seen(event.time());
    }

    private FactBatch current() {
        FactBatch known = (FactBatch) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        FactBatch batch = new FactBatch();
        TransactionSynchronizationManager.bindResource(this, batch);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                writer.write(batch, clock.instant());
            }

            @Override
            public void afterCompletion(int status) {
                unbind();
            }
        });
        return batch;
    }

    @Nullable
    Object unbind() {
        return TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }
}
