package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the best admissible set of rules. A set grows by the next rule in the stated order; the most hopeful is tried
 * first, and a branch is given up when even its most hopeful end is worse than what is known. Counted in visited sets, so
 * the same basket always ends at the same set.
 */
final class BestCombination {

    private final Till till;
    private final List<Offer> offers;
    private final Tally tally;
    private final Outlook outlook;
    private final Function<long[], PaidByPoints> points;
    private final boolean chosen;
    private final Comparator<Combination> preference;
    private final int limit;
    /** Rules that do what the one before them does and are never preferred to it: none comes next while that one could. */
    private final boolean[] twin;

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
        this.tally = new Tally(offers);
        this.outlook = new Outlook(till, offers, tally, nets);
        this.points = points;
        this.chosen = chosen;
        this.preference = Combination.preference(chosen);
        this.limit = limit;
        this.twin = new boolean[offers.size()];
        for (int j = 1; j < twin.length; j++) {
            twin[j] = offers.get(j).addsNothingTo(offers.get(j - 1));
        }
        this.best = Combination.of(nets);
        int[] all = IntStream.range(0, offers.size()).toArray();
        dive(all, best);
        visit(all, Combination.of(nets));
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

    /** Follows the most hopeful rule as far as it leads, so that the search knows early what is to be beaten. */
    private void dive(int[] rules, Combination from) {
        Combination sofar = from;
        int[] left = rules;
        List<int[]> taken = new ArrayList<>();
        while (left.length > 0) {
            Look look = outlook.look(left, sofar.nets(), 0);
            int place = look.mostHopeful();
            if (place < 0) {
                break;
            }
            int j = look.rule(place);
            left = look.behind(place);
            Combination ready = ready(j, sofar);
            if (till.tryOn(offers.get(j), ready.nets()) instanceof Tried.Applies(Step step)) {
                sofar = ready.with(step);
                taken.add(new int[] {j, tally.take(j)});
                keepBetter(sofar);
            }
        }
        for (int[] each : taken.reversed()) {
            tally.putBack(each[0], each[1]);
        }
    }

    private void keepBetter(Combination sofar) {
        if (preference.compare(sofar, best) > 0) {
            best = sofar;
        }
    }

    private void visit(int[] rules, Combination sofar) {
        visited++;
        keepBetter(sofar);
        if (rules.length == 0) {
            return;
        }
        long done = outlook.worth(sofar);
        Look look = outlook.look(rules, sofar.nets(), chosen ? 0 : outlook.worth(best) - done);
        skipTwins(look);
        for (int p = look.mostHopeful(); p >= 0; p = look.mostHopeful()) {
            long bound = done + look.take(p);
            if (!chosen && bound < outlook.worth(best)) {
                return;
            }
            if (hopeless(p, bound, look, sofar)) {
                continue;
            }
            if (visited >= limit) {
                open = Math.max(open, outlook.money(bound));
                continue;
            }
            int j = look.rule(p);
            Combination ready = ready(j, sofar);
            if (till.tryOn(offers.get(j), ready.nets()) instanceof Tried.Applies(Step step)) {
                int before = tally.take(j);
                visit(look.behind(p), ready.with(step));
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

    private void skipTwins(Look look) {
        for (int p = 1; p < look.size(); p++) {
            int j = look.rule(p);
            if (look.rule(p - 1) == j - 1 && twin[j]) {
                look.skip(p);
            }
        }
    }

    private boolean hopeless(int p, long bound, Look look, Combination sofar) {
        if (chosen) {
            int most = sofar.coupons() + look.coupons(p);
            if (most != best.coupons()) {
                return most < best.coupons();
            }
        }
        long known = outlook.worth(best);
        if (bound != known) {
            return bound < known;
        }
        return !chosen && sofar.coupons() + (offers.get(look.rule(p)).isCoupon() ? 1 : 0) > best.coupons();
    }
}
