package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.util.Arrays;

/**
 * What rules behind another could still give at most, given the limits of their categories, the number of coupons and the
 * evaluation groups. Filled from the last rule backwards. Never less than what any set really gives: a rule of a group
 * counts less its group's price, and each group's price is added once, which is right for the one rule of it that may be
 * taken and too much otherwise.
 */
final class Prospects {

    private static final int LAYERS = Offer.Layer.values().length;

    private final Tally tally;
    private final LayerHope[] layers = new LayerHope[LAYERS];
    private final CategoryHope[] categories;
    private final long[] single = new long[LAYERS];
    private final long[] price;
    private final boolean[] met;
    /** The prices of the groups met. */
    private long prices;

    Prospects(Tally tally) {
        this.tally = tally;
        this.categories = new CategoryHope[tally.categories()];
        this.price = new long[tally.groups()];
        this.met = new boolean[tally.groups()];
        Arrays.setAll(layers, layer -> new LayerHope());
    }

    /** Forgets every rule; the limits are those that the tally knows now. */
    void clear() {
        Arrays.fill(categories, null);
        Arrays.fill(single, 0);
        Arrays.fill(met, false);
        prices = 0;
        for (LayerHope layer : layers) {
            layer.clear();
        }
    }

    /** No less than {@link #behind}, and quicker: what all rules behind j could give, were j in no category. */
    long roughlyBehind(int j) {
        return switch (tally.exclusive(j)) {
            case ALONE -> 0;
            case IN_LAYER -> later(j);
            case NO -> layers[tally.layer(j)].most(tally.roomIn(tally.layer(j)) - 1) + later(j);
        };
    }

    /** What the most hopeful rules behind j could give beside it. */
    long behind(int j) {
        if (tally.exclusive(j) != Exclusive.NO) {
            return roughlyBehind(j);
        }
        int own = tally.layer(j);
        int category = tally.category(j);
        CategoryHope same = categories[category];
        long[] beside = same == null ? CategoryHope.NONE : same.beside(tally.roomFor(j));
        return layers[own].most(tally.roomIn(own) - 1, category, beside) + later(j);
    }

    /** The same for all rules, those before j as well. */
    long beside(int j) {
        if (tally.exclusive(j) == Exclusive.ALONE) {
            return 0;
        }
        long hope = behind(j);
        for (int layer = 0; layer < tally.layer(j); layer++) {
            hope += Math.max(layers[layer].most(tally.roomIn(layer)), single[layer]);
        }
        return hope;
    }

    private long later(int j) {
        int group = tally.group(j);
        long hope = group >= 0 && met[group] ? prices - price[group] : prices;
        for (int layer = tally.layer(j) + 1; layer < LAYERS; layer++) {
            hope += Math.max(layers[layer].most(tally.roomIn(layer)), single[layer]);
        }
        return hope;
    }

    void add(int j, long value) {
        int layer = tally.layer(j);
        switch (tally.exclusive(j)) {
            case ALONE -> {}
            case IN_LAYER -> single[layer] = Math.max(single[layer], value);
            case NO -> join(j, layer, value - priceFor(j));
        }
    }

    private long priceFor(int j) {
        int group = tally.group(j);
        if (group < 0) {
            return 0;
        }
        if (!met[group]) {
            met[group] = true;
            prices += price[group];
        }
        return price[group];
    }

    private void join(int j, int layer, long value) {
        if (value < 0) {
            return;
        }
        int of = tally.category(j);
        if (categories[of] == null) {
            categories[of] = new CategoryHope(Math.min(tally.capacity(of), tally.roomIn(layer)));
        }
        if (categories[of].add(value, tally.roomFor(j))) {
            layers[layer].replace(of, categories[of].gains());
        }
    }

    /** What all rules that were added could give together. */
    private long all() {
        long hope = prices;
        for (int layer = 0; layer < LAYERS; layer++) {
            hope += Math.max(layers[layer].most(tally.roomIn(layer)), single[layer]);
        }
        return hope;
    }

    /** Finds prices of the groups that make the hope for these values small; −1 is a rule that cannot join. */
    void findPrices(long[] value) {
        long highest = 0;
        for (int j = 0; j < value.length; j++) {
            highest = tally.group(j) < 0 ? highest : Math.max(highest, value[j]);
        }
        long least = allOf(value);
        for (long step = highest / 2; step > highest / 40; step /= 2) {
            for (int group = 0; group < price.length; group++) {
                least = move(group, least, value, step);
            }
        }
        clear();
    }

    private long move(int group, long least, long[] value, long step) {
        long before = price[group];
        for (long by : new long[] {step, -step}) {
            price[group] = Math.max(0, before + by);
            long hope = allOf(value);
            if (hope < least) {
                return hope;
            }
        }
        price[group] = before;
        return least;
    }

    private long allOf(long[] value) {
        clear();
        for (int j = value.length - 1; j >= 0; j--) {
            if (value[j] >= 0) {
                add(j, value[j]);
            }
        }
        return all();
    }
}
