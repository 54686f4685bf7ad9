package io.mendian.inventory.hold;

import io.mendian.inventory.stock.Pieces;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.coalesce.Coalescer;
import io.mendian.runtime.persistence.UseCase;
import jakarta.annotation.PreDestroy;
import java.time.Instant;

/**
 * Reserves all pieces of a checkout until a deadline, or none. The same hold again is the same hold. Holds of a store that
 * arrive at the same time are decided in the order of their arrival and written together.
 */
@UseCase
public class PlaceHold {

    /** Half of the connection pool; the other half is for what is paid, released and read meanwhile. */
    private static final int QUEUES = 4;

    private final Coalescer<Wanted> coalescer;

    PlaceHold(SingleHold single, HoldBatch batch) {
        this.coalescer = new Coalescer<>("stock-holds", QUEUES, batch::place, single::place);
    }

    /** What is to be held; a repeat may carry another deadline, the first one counts. */
    public record Wanted(HoldId holdId, StoreId storeId, Instant expiresAt, Pieces pieces) {}

    public void place(Wanted wanted) {
        coalescer.ask(wanted.storeId().value(), wanted);
    }

    @PreDestroy
    void close() {
        coalescer.close();
    }
}
