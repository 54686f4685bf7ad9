package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the best admissible set of rules. A set grows by the next rule in the stated order; the most hopeful is tried
 * first, and a branch is given up when even its most hopeful end is worse than what is known. Counted in visited sets, so
 * the same basket always ends at the same set.
 */
final class BestCombination {

    private final Till till;
    private final List<Offer> offers;
    private final Till.Matching[] matchings;
    private final int mostMatching;
    private final Tally tally;
    private final Function<long[], PaidByPoints> points;
    private final boolean chosen;
    private final Comparator<Combination> preference;
    private final int limit;
    /** What a gift piece counts less than the smallest unit of money, so that one number holds both. */
    private final long scale;

    private int visited;
    private long open;
    private Combination best;

    /** {@code offers} in the order in which they apply; {@code points} says what points pay once coupons have applied. */
    BestCombination(
            Till till,
            List<Offer> offers,
            long[] nets,
            Function<long[], PaidByPoints> points,
            boolean chosen,
            int limit) {
        this.till = till;
        this.offers = offers;
        this.matchings = offers.stream().map(till::matching).toArray(Till.Matching[]::new);
        int most = 0;
        for (Till.Matching matching : matchings) {
            most = Math.max(most, matching.number() + 1);
        }
        this.mostMatching = most;
        this.tally = new Tally(offers);
        this.points = points;
        this.chosen = chosen;
        this.preference = Combination.preference(chosen);
        this.limit = limit;
        this.best = Combination.of(nets);
        this.scale = scale(nets);
        visit(0, best);
    }

    Combination best() {
        return best;
    }

    /** How much more another combination could take off at most; 0 unless the limit stopped the search. */
    long gap() {
        return Math.max(0, open - best.discount());
    }

    int visited() {
        return visited;
    }

    private long scale(long[] nets) {
        long pieces = 0;
        for (int j = 0; j < offers.size(); j++) {
            pieces = Math.addExact(pieces, offers.get(j).benefit().givesPieces(till.seen(matchings[j], nets)));
        }
        long scale = pieces + 1;
        Math.multiplyExact(Math.addExact(till.room(nets), 1), scale);
        return scale;
    }

    private long worth(Combination combination) {
        return combination.discount() * scale + combination.giftPieces();
    }

    private void visit(int from, Combination sofar) {
        visited++;
        if (preference.compare(sofar, best) > 0) {
            best = sofar;
        }
        if (from == offers.size()) {
            return;
        }
        Look look = look(from, sofar);
        for (int j = look.mostHopeful(); j >= 0; j = look.mostHopeful()) {
            long bound = look.take(j);
            if (!chosen && bound < worth(best)) {
                return;
            }
            if (hopeless(j, bound, look, sofar)) {
                continue;
            }
            if (visited >= limit) {
                open = Math.max(open, bound / scale);
                continue;
            }
            Combination ready = ready(j, sofar);
            if (till.tryOn(offers.get(j), ready.nets()) instanceof Tried.Applies(Step step)) {
                int before = tally.take(j);
                visit(j + 1, ready.with(step));
                tally.putBack(j, before);
            }
        }
    }

    /** Points pay before the first rule that depends on the means of payment. */
    private Combination ready(int j, Combination sofar) {
        return offers.get(j).layer() == Offer.Layer.PAYMENT && sofar.points() == null
                ? sofar.afterPoints(points.apply(sofar.nets()))
                : sofar;
    }

    /** What each rule would take off now, and could with those behind it. */
    private Look look(int from, Combination sofar) {
        int n = offers.size();
        Look look = new Look(from, n);
        MatchingLines[] seen = new MatchingLines[mostMatching];
        for (int j = from; j < n; j++) {
            look.value[j] = -1;
            if (!tally.admits(j)) {
                continue;
            }
            int number = matchings[j].number();
            MatchingLines lines = seen[number];
            if (lines == null) {
                lines = till.seen(matchings[j], sofar.nets());
                seen[number] = lines;
            }
            long value = Till.takesOff(offers.get(j), lines);
            long pieces = offers.get(j).benefit().givesPieces(lines);
            if (value > 0 || pieces > 0) {
                look.value[j] = value * scale + pieces;
            }
        }
        Prospects.fill(tally, from, look.value, look.bound);
        couponsLeft(from, look);
        look.settle(worth(sofar), (till.room(sofar.nets()) + 1) * scale - 1);
        skipTwins(from, look);
        return look;
    }

    private void couponsLeft(int from, Look look) {
        int left = 0;
        for (int j = look.value.length - 1; j >= from; j--) {
            left += look.value[j] >= 0 && offers.get(j).isCoupon() ? 1 : 0;
            look.coupons[j] = left;
        }
    }

    /** Of coupons of one template the one that expires sooner is taken first: the later alone is never preferred. */
    private void skipTwins(int from, Look look) {
        for (int j = offers.size() - 1; j > from; j--) {
            if (offers.get(j).sameRuleAs(offers.get(j - 1))) {
                look.bound[j] = -1;
            }
        }
    }

    private boolean hopeless(int j, long bound, Look look, Combination sofar) {
        if (chosen) {
            int most = sofar.coupons() + look.coupons[j];
            if (most != best.coupons()) {
                return most < best.coupons();
            }
        }
        long known = worth(best);
        if (bound != known) {
            return bound < known;
        }
        return !chosen && sofar.coupons() + (offers.get(j).isCoupon() ? 1 : 0) > best.coupons();
    }

    /** The rules that may join one set. */
    private static final class Look {
        private final int from;
        private final long[] value;
        private final long[] bound;
        private final int[] coupons;

        Look(int from, int n) {
            this.from = from;
            this.value = new long[n];
            this.bound = new long[n];
            this.coupons = new int[n];
        }

        /** Bounds become those of the whole set; no more than the lines have to give. */
        void settle(long sofar, long room) {
            for (int j = from; j < bound.length; j++) {
                bound[j] = value[j] < 0 ? -1 : sofar + Math.min(bound[j], room);
            }
        }

        int mostHopeful() {
            int most = -1;
            for (int j = from; j < bound.length; j++) {
                if (bound[j] >= 0 && (most < 0 || bound[j] > bound[most])) {
                    most = j;
                }
            }
            return most;
        }

        long take(int j) {
            long was = bound[j];
            bound[j] = -1;
            return was;
        }
    }
}
