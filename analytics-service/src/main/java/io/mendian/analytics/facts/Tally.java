package io.mendian.analytics.facts;

import java.util.ArrayList;
import java.util.List;

/** A running sum per {@link Measure}; overflow throws. */
final class Tally {

    private final long[] sums = new long[Measure.values().length];

    Tally add(Measure measure, long amount) {
        sums[measure.ordinal()] = Math.addExact(sums[measure.ordinal()], amount);
        return this;
    }

    Tally set(Measure measure, long amount) {
        sums[measure.ordinal()] = amount;
        return this;
    }

    Tally plus(Tally other) {
        for (Measure measure : Measure.values()) {
            add(measure, other.of(measure));
        }
        return this;
    }

    long of(Measure measure) {
        return sums[measure.ordinal()];
    }

    List<Object> values(List<Measure> measures) {
        List<Object> values = new ArrayList<>();
        measures.forEach(measure -> values.add(of(measure)));
        return values;
    }
}
