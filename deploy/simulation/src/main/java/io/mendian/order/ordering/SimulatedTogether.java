package io.mendian.order.ordering;

import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Lets a simulation decide in which threads the calls of one checkout run. */
public final class SimulatedTogether {

    private SimulatedTogether() {}

    public static void set(Supplier<ExecutorService> threads) {
        Together.runBy(threads);
    }
}
