package io.mendian.runtime.persistence;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets a simulation decide how long a lost transaction pauses, and which ids there are. */
public final class SimulatedPauses {

    private SimulatedPauses() {}

    public static void set(LongConsumer pause, LongSupplier ids) {
        TransactionRetry.pauseBy(pause);
        Ids.from(ids);
    }
}
