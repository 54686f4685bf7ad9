package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.util.Arrays;

/**
 * For every rule that could join next: what joining it and the most hopeful rules behind it could take off at most, given
 * the limits of the categories. Never less than what any set that begins with it really takes off.
 */
final class Prospects {

    private static final int LAYERS = Offer.Layer.values().length;

    private final Tally tally;
    /** The largest values of each category among the rules seen so far, dearest first. */
    private final long[][] top;

    private final int[] size;
    private final long[] together = new long[LAYERS];
    private final long[] single = new long[LAYERS];

    private Prospects(Tally tally) {
        this.tally = tally;
        this.top = new long[tally.categories()][];
        this.size = new int[tally.categories()];
    }

    /** {@code value[j]}: what rule j takes off now, −1 where it cannot join. Fills {@code bound} likewise, from {@code from} on. */
    static void fill(Tally tally, int from, long[] value, long[] bound) {
        Prospects prospects = new Prospects(tally);
        for (int j = value.length - 1; j >= from; j--) {
            if (value[j] < 0) {
                bound[j] = -1;
            } else {
                bound[j] = value[j] + prospects.behind(j);
                prospects.add(j, value[j]);
            }
        }
    }

    private long behind(int j) {
        Exclusive exclusive = tally.exclusive(j);
        if (exclusive == Exclusive.ALONE) {
            return 0;
        }
        int own = tally.layer(j);
        long hope = exclusive == Exclusive.IN_LAYER ? 0 : together[own] - lost(j);
        for (int layer = 0; layer < LAYERS; layer++) {
            if (layer != own) {
                hope += Math.max(together[layer], single[layer]);
            }
        }
        return hope;
    }

    /** What no longer fits into the category of j once j is in it. */
    private long lost(int j) {
        int of = tally.category(j);
        long lost = 0;
        for (int k = Math.max(0, tally.capacityAfter(j)); k < size[of]; k++) {
            lost += top[of][k];
        }
        return lost;
    }

    private void add(int j, long value) {
        int layer = tally.layer(j);
        switch (tally.exclusive(j)) {
            case ALONE -> {}
            case IN_LAYER -> single[layer] = Math.max(single[layer], value);
            case NO -> {
                int of = tally.category(j);
                long[] best = top[of];
                int capacity = tally.capacity(of);
                if (best == null) {
                    best = new long[capacity];
                    top[of] = best;
                }
                together[layer] += insert(best, of, capacity, value);
            }
        }
    }

    /** Gives by how much the sum of the largest grew. */
    private long insert(long[] best, int of, int capacity, long value) {
        int n = size[of];
        if (n == capacity && (n == 0 || best[n - 1] >= value)) {
            return 0;
        }
        long dropped = n == capacity ? best[n - 1] : 0;
        int at = n == capacity ? n - 1 : n;
        while (at > 0 && best[at - 1] < value) {
            best[at] = best[at - 1];
            at--;
        }
        best[at] = value;
        size[of] = Math.min(n + 1, capacity);
        return value - dropped;
    }

    /** For each rule, the most gift pieces that it and all behind it could give. */
    static void fillGifts(int from, long[] pieces, long[] most) {
        Arrays.fill(most, 0);
        long sum = 0;
        for (int j = pieces.length - 1; j >= from; j--) {
            sum += pieces[j];
            most[j] = sum;
        }
    }
}
