package io.mendian.runtime.persistence;

import com.github.f4b6a3.tsid.TsidCreator;
import java.util.function.LongSupplier;

/** New 64-bit ids, rising with time, unique over all processes (10 random bits tell nodes apart). */
public final class Ids {

    private static volatile LongSupplier source = () -> TsidCreator.getTsid().toLong();

    private Ids() {}

    public static long next() {
        return source.getAsLong();
    }

    /** For a simulation, in which the same seed gives the same ids. */
    static void from(LongSupplier other) {
        source = other;
    }
}
