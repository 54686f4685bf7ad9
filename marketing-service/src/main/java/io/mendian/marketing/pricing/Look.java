package io.mendian.marketing.pricing;

import java.util.Arrays;

/** The rules that may join one set, in their order: what each gives now, and what it could reach at most with those behind it. */
final class Look {

    private final int[] rules;
    private int size;
    /** By place: −1 where the rule is no use. */
    private final long[] value;

    private final long[] bound;
    /** How many coupons there are from each place on. */
    private final int[] coupons;

    Look(int most) {
        this.rules = new int[most];
        this.value = new long[most];
        this.bound = new long[most];
        this.coupons = new int[most];
    }

    void add(int rule, long worth) {
        rules[size] = rule;
        value[size++] = worth;
    }

    int size() {
        return size;
    }

    int rule(int place) {
        return rules[place];
    }

    long value(int place) {
        return value[place];
    }

    void set(int place, long worth, long reach) {
        value[place] = worth;
        bound[place] = reach;
    }

    /** Neither this rule nor any set with it is of use. */
    void drop(int place) {
        set(place, -1, -1);
    }

    /** This rule is not to come next. */
    void skip(int place) {
        bound[place] = -1;
    }

    void coupons(int place, int from) {
        coupons[place] = from;
    }

    int coupons(int place) {
        return coupons[place];
    }

    /** The place of the rule that could reach the most and was not taken yet; −1: there is none. */
    int mostHopeful() {
        int most = -1;
        for (int p = 0; p < size; p++) {
            if (bound[p] >= 0 && (most < 0 || bound[p] > bound[most])) {
                most = p;
            }
        }
        return most;
    }

    long take(int place) {
        long was = bound[place];
        bound[place] = -1;
        return was;
    }

    /** The rules of use behind a place. */
    int[] behind(int place) {
        int[] left = new int[size - place - 1];
        int n = 0;
        for (int p = place + 1; p < size; p++) {
            if (value[p] >= 0) {
                left[n++] = rules[p];
            }
        }
        return n == left.length ? left : Arrays.copyOf(left, n);
    }
}
