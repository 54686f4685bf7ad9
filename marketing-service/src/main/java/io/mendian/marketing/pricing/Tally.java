package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the rules taken so far leave room for: the same answers as {@link Combination#admits}, kept up to date by taking and
 * putting back, so that the search may ask for every rule at every step.
 */
final class Tally {

    private final List<Offer> offers;
    private final long[] potential;
    private final int[] category;
    private final int[] mostHopefulFirst;
    /** Of each category: the widest limit any of its rules names, the narrowest of those taken, and how many are taken. */
    private final int[] widest;

    private final int[] narrowest;
    private final int[] taken;
    private final int[] counted;
    private final int[] inLayer = new int[Offer.Layer.values().length];
    private final int[] exclusiveInLayer = new int[Offer.Layer.values().length];
    private int all;
    private int alone;

    Tally(List<Offer> offers, long[] potential) {
        this.offers = offers;
        this.potential = potential;
        Map<String, Integer> numbers = new HashMap<>();
        this.category = offers.stream()
                .mapToInt(offer ->
                        numbers.computeIfAbsent(offer.layer() + offer.stacking().category(), name -> numbers.size()))
                .toArray();
        this.widest = new int[numbers.size()];
        this.narrowest = new int[numbers.size()];
        this.taken = new int[numbers.size()];
        this.counted = new int[numbers.size()];
        Arrays.fill(narrowest, Integer.MAX_VALUE);
        for (int i = 0; i < category.length; i++) {
            widest[category[i]] =
                    Math.max(widest[category[i]], offers.get(i).stacking().perCategory());
        }
        this.mostHopefulFirst = IntStream.range(0, offers.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> potential[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
    }

    boolean admits(int i) {
        Stacking stacking = offers.get(i).stacking();
        int layer = offers.get(i).layer().ordinal();
        return alone == 0
                && exclusiveInLayer[layer] == 0
                && (stacking.exclusive() != Exclusive.ALONE || all == 0)
                && (stacking.exclusive() != Exclusive.IN_LAYER || inLayer[layer] == 0)
                && taken[category[i]] < Math.min(stacking.perCategory(), narrowest[category[i]]);
    }

    /** Takes a rule; gives what {@link #putBack} needs. */
    int take(int i) {
        int before = narrowest[category[i]];
        narrowest[category[i]] = Math.min(before, offers.get(i).stacking().perCategory());
        count(i, 1);
        return before;
    }

    void putBack(int i, int before) {
        narrowest[category[i]] = before;
        count(i, -1);
    }

    private void count(int i, int by) {
        int layer = offers.get(i).layer().ordinal();
        taken[category[i]] += by;
        inLayer[layer] += by;
        all += by;
        switch (offers.get(i).stacking().exclusive()) {
            case NO -> {}
            case IN_LAYER -> exclusiveInLayer[layer] += by;
            case ALONE -> alone += by;
        }
    }

    /** Never less than what the rules from {@code next} on can still take off, given the limits of their categories. */
    long hope(int next) {
        Arrays.fill(counted, 0);
        long hope = 0;
        for (int i : mostHopefulFirst) {
            int of = category[i];
            if (i >= next && taken[of] + counted[of] < widest[of] && admits(i)) {
                counted[of]++;
                hope += potential[i];
            }
        }
        return hope;
    }

    /** How many coupons may still join at most. */
    long couponsLeft(int next) {
        long left = 0;
        for (int i = next; i < category.length; i++) {
            left += offers.get(i).layer() == Offer.Layer.COUPON && admits(i) ? 1 : 0;
        }
        return left;
    }
}
