package io.mendian.analytics.rfm;

import java.util.Arrays;
import java.util.List;

/**
 * Four boundaries that cut values into five steps: of n values in ascending order, boundary k is the one at position
 * ceil(n × k / 5), counted from 1. Equal values always get equal steps. See docs/guides/rfm.md.
 */
public record Quintiles(List<Long> boundaries) {

    private static final int STEPS = 5;

    static Quintiles of(long[] values) {
        if (values.length == 0) {
            return new Quintiles(List.of());
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        Long[] boundaries = new Long[STEPS - 1];
        for (int k = 1; k < STEPS; k++) {
            long position = ((long) sorted.length * k + STEPS - 1) / STEPS;
            boundaries[k - 1] = sorted[Math.toIntExact(position) - 1];
        }
        return new Quintiles(List.of(boundaries));
    }

    /** 1 to 5: one more than the number of boundaries strictly below the value. */
    int step(long value) {
        int step = 1;
        for (long boundary : boundaries) {
            if (boundary < value) {
                step++;
            }
        }
        return step;
    }

    /** For values where less is better. */
    int inverted(long value) {
        return STEPS + 1 - step(value);
    }
}
