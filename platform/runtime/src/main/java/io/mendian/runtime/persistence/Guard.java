package io.mendian.runtime.persistence;

import java.util.function.Supplier;

/** Checks the number of rows that a guarded statement changed. */
public final class Guard {

    private Guard() {}

    /** Exactly one row, or the refusal. */
    public static void one(int rows, Supplier<? extends RuntimeException> refusal) {
        if (rows != 1) {
            throw refusal.get();
        }
    }
}
