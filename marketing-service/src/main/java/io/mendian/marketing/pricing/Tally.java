package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules taken so far leave room for: the same answers as {@link Combination#admits}, kept up to date by taking and
 * putting back, so that the search may ask for every rule at every step.
 */
final class Tally {

    /** More coupons than this cannot be held for one order. */
    static final int MOST_COUPONS = 10;

    private final List<Offer> offers;
    private final int[] category;
    /** Rules of one class are kept away by, and keep away, the same rules. */
    private final int[] clazz;

    private final boolean[][] clash;
    private final int[] clashing;
    /** Of each category: the widest limit any of its rules names, the narrowest of those taken, and how many are taken. */
    private final int[] widest;

    private final int[] narrowest;
    private final int[] taken;
    private int coupons;
    /** The evaluation group of each rule, −1 for none, and how many there are. */
    private final int[] group;

    private final int groups;

    private record Class(Offer.Layer layer, Stacking stacking) {}

    private record Category(Offer.Layer layer, String name) {}

    Tally(List<Offer> offers) {
        this.offers = offers;
        int n = offers.size();
        this.category = new int[n];
        this.clazz = new int[n];
        Map<Category, Integer> categories = new HashMap<>();
        Map<Class, Integer> classes = new HashMap<>();
        List<Offer> ofClass = new ArrayList<>();
        Map<String, Integer> bestOf = new HashMap<>();
        this.widest = new int[n];
        this.group = new int[n];
        for (int i = 0; i < n; i++) {
            Offer offer = offers.get(i);
            category[i] = categories.computeIfAbsent(
                    new Category(offer.layer(), offer.stacking().category()), name -> categories.size());
            widest[category[i]] = Math.max(widest[category[i]], offer.stacking().perCategory());
            clazz[i] = classes.computeIfAbsent(new Class(offer.layer(), offer.stacking()), name -> classes.size());
            if (clazz[i] == ofClass.size()) {
                ofClass.add(offer);
            }
            String name = offer.stacking().bestOf();
            group[i] = name == null ? -1 : bestOf.computeIfAbsent(name, any -> bestOf.size());
        }
        this.groups = bestOf.size();
        this.narrowest = new int[categories.size()];
        this.taken = new int[categories.size()];
        Arrays.fill(narrowest, Integer.MAX_VALUE);
        this.clashing = new int[ofClass.size()];
        this.clash = clashes(ofClass);
    }

    private static boolean[][] clashes(List<Offer> ofClass) {
        boolean[][] clash = new boolean[ofClass.size()][ofClass.size()];
        for (int a = 0; a < clash.length; a++) {
            for (int b = a; b < clash.length; b++) {
                clash[a][b] = !ofClass.get(a).standsBeside(ofClass.get(b));
                clash[b][a] = clash[a][b];
            }
        }
        return clash;
    }

    boolean admits(int i) {
        Offer offer = offers.get(i);
        return clashing[clazz[i]] == 0
                && taken[category[i]] < Math.min(offer.stacking().perCategory(), narrowest[category[i]])
                && (!offer.isCoupon() || coupons < MOST_COUPONS);
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
        taken[category[i]] += by;
        coupons += offers.get(i).isCoupon() ? by : 0;
        boolean[] kept = clash[clazz[i]];
        for (int c = 0; c < kept.length; c++) {
            clashing[c] += kept[c] ? by : 0;
        }
    }

    int categories() {
        return taken.length;
    }

    int groups() {
        return groups;
    }

    /** The evaluation group of rule i; −1: none. */
    int group(int i) {
        return group[i];
    }

    /** How many rules of a layer may still join at most, whatever their categories. */
    int roomIn(int layer) {
        return layer == Offer.Layer.COUPON.ordinal() ? MOST_COUPONS - coupons : offers.size();
    }

    int category(int i) {
        return category[i];
    }

    /** How many rules of a category may still join at most. */
    int capacity(int category) {
        return Math.min(widest[category], narrowest[category]) - taken[category];
    }

    /** How many rules may still join the category of rule i, it among them, as far as it allows. */
    int roomFor(int i) {
        int of = category[i];
        return Math.min(narrowest[of], offers.get(i).stacking().perCategory()) - taken[of];
    }

    Exclusive exclusive(int i) {
        return offers.get(i).stacking().exclusive();
    }

    int layer(int i) {
        return offers.get(i).layer().ordinal();
    }
}
