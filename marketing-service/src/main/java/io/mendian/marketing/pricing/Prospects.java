package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Stacking.Exclusive;

/**
 * For every rule that could join next: what joining it and the most hopeful rules behind it could give at most, given the
 * limits of the categories. Never less than what any set that begins with it really gives.
 */
final class Prospects {

    private static final int LAYERS = Offer.Layer.values().length;

    private final Tally tally;
    /** {@code top[c][r]}: the r + 1 largest values of category c among rules that allow so many more in it, largest first. */
    private final long[][][] top;

    private final long[] best;
    private final long[] together = new long[LAYERS];
    private final long[] single = new long[LAYERS];

    private Prospects(Tally tally) {
        this.tally = tally;
        this.top = new long[tally.categories()][][];
        this.best = new long[tally.categories()];
    }

    /** {@code value[j]}: what rule j gives now, −1 where it cannot join. Fills {@code bound} likewise, from {@code from} on. */
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
        long hope = 0;
        if (exclusive == Exclusive.NO) {
            int of = tally.category(j);
            hope = together[own] - best[of] + besideInCategory(j, of);
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            if (layer != own) {
                hope += Math.max(together[layer], single[layer]);
            }
        }
        return hope;
    }

    /** The most that the category of j can still give once j is in it. */
    private long besideInCategory(int j, int of) {
        long[][] lists = top[of];
        if (lists == null) {
            return 0;
        }
        long most = 0;
        for (int r = 1; r < Math.min(lists.length, tally.roomFor(j)); r++) {
            most = Math.max(most, sum(lists[r], r));
        }
        return most;
    }

    private void add(int j, long value) {
        int layer = tally.layer(j);
        switch (tally.exclusive(j)) {
            case ALONE -> {}
            case IN_LAYER -> single[layer] = Math.max(single[layer], value);
            case NO -> {
                int of = tally.category(j);
                if (top[of] == null) {
                    top[of] = new long[tally.capacity(of)][];
                }
                long before = best[of];
                for (int r = 0; r < Math.min(top[of].length, tally.roomFor(j)); r++) {
                    if (top[of][r] == null) {
                        top[of][r] = new long[r + 1];
                    }
                    insert(top[of][r], value);
                    best[of] = Math.max(best[of], sum(top[of][r], r + 1));
                }
                together[layer] += best[of] - before;
            }
        }
    }

    private static void insert(long[] largestFirst, long value) {
        int at = largestFirst.length - 1;
        if (largestFirst[at] >= value) {
            return;
        }
        while (at > 0 && largestFirst[at - 1] < value) {
            largestFirst[at] = largestFirst[at - 1];
            at--;
        }
        largestFirst[at] = value;
    }

    private static long sum(long[] largestFirst, int first) {
        long sum = 0;
        for (int i = 0; largestFirst != null && i < first; i++) {
            sum += largestFirst[i];
        }
        return sum;
    }
}
