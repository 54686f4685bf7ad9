package io.mendian.runtime.idempotency;

/** Leases are renewed by no thread of their own in a simulation: a slow leader is taken for dead. */
public final class SimulatedLeases {

    private SimulatedLeases() {}

    public static Class<?> type() {
        return Leases.class;
    }

    public static void stop(Object leases) {
        ((Leases) leases).close();
    }
}
