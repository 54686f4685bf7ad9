package io.mendian.marketing.pricing;

import java.util.Arrays;

/** The most that so many rules of one category can give, when each rule allows only so many beside it. */
final class CategoryHope {

    static final long[] NONE = {};

    /** {@code top[r]}: the r + 1 largest values among rules that allow so many of them, largest first. */
    private final long[][] top;

    private final int[] filled;
    private final long[] total;
    /** Answers of {@link #beside} by room, until a rule is added. */
    private final long[][] known;

    CategoryHope(int most) {
        this.top = new long[most][];
        this.filled = new int[most];
        this.total = new long[most];
        this.known = new long[most + 1][];
    }

    /** Adds a rule that stands in its category among {@code room} at most; tells whether that changes anything. */
    boolean add(long value, int room) {
        boolean changed = false;
        for (int r = 0; r < Math.min(top.length, room); r++) {
            if (top[r] == null) {
                top[r] = new long[r + 1];
            }
            changed |= insert(r, value);
        }
        if (changed) {
            Arrays.fill(known, null);
        }
        return changed;
    }

    private boolean insert(int r, long value) {
        long[] largest = top[r];
        int at = filled[r];
        if (at == largest.length) {
            if (largest[at - 1] >= value) {
                return false;
            }
            at--;
            total[r] -= largest[at];
        } else {
            filled[r]++;
        }
        total[r] += value;
        while (at > 0 && largest[at - 1] < value) {
            largest[at] = largest[at - 1];
            at--;
        }
        largest[at] = value;
        return true;
    }

    /** What each further rule adds at most, largest first: their first n sum to no less than any n rules give. */
    long[] gains() {
        int n = top.length;
        while (n > 0 && top[n - 1] == null) {
            n--;
        }
        long[] sums = new long[n + 1];
        for (int r = 0; r < n; r++) {
            sums[r + 1] = Math.max(sums[r], total[r]);
        }
        return steps(sums);
    }

    /** The same for rules beside one that allows {@code room} in all and is not among them. */
    long[] beside(int room) {
        int within = Math.min(top.length, room);
        if (within <= 1) {
            return NONE;
        }
        if (known[within] == null) {
            known[within] = without(within - 1);
        }
        return known[within];
    }

    private long[] without(int n) {
        long[] sums = new long[n + 1];
        for (int r = 1; r <= n; r++) {
            long least = filled[r] > r ? top[r][r] : 0;
            sums[r] = Math.max(sums[r - 1], total[r] - least);
        }
        return steps(sums);
    }

    /** The steps of the lowest falling staircase above these sums. */
    private static long[] steps(long[] sums) {
        long[] steps = new long[sums.length - 1];
        int at = 0;
        while (at < steps.length) {
            int to = at + 1;
            long steepest = sums[to] - sums[at];
            for (int i = at + 2; i < sums.length; i++) {
                long slope = Math.ceilDiv(sums[i] - sums[at], i - at);
                if (slope >= steepest) {
                    steepest = slope;
                    to = i;
                }
            }
            while (at < to) {
                steps[at++] = steepest;
            }
        }
        return steps;
    }
}
