package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best admissible set of rules: every rule in its order is taken or left, and a branch is given up when even its
 * most hopeful end is worse than what is known. Counted in visited nodes, so the same basket always ends at the same set.
 */
final class BestCombination {

    private final Till till;
    private final List<Offer> offers;
    private final Tally tally;
    private final boolean chosen;
    private final Comparator<Combination> preference;
    private final int limit;
    private int visited;
    private long gap;
    private @Nullable Combination best;

    /** {@code offers} in the order in which they apply; {@code potential} what each would take off alone. */
    BestCombination(Till till, List<Offer> offers, long[] potential, boolean chosen, int limit) {
        this.till = till;
        this.offers = offers;
        this.tally = new Tally(offers, potential);
        this.chosen = chosen;
        this.preference = Combination.preference(chosen);
        this.limit = limit;
    }

    Combination from(long[] nets) {
        Combination nothing = Combination.of(nets);
        best = nothing;
        visit(0, nothing, null);
        return best;
    }

    /** How much more another combination could take off at most; 0 unless the limit stopped the search. */
    long gap() {
        return gap;
    }

    private void visit(int next, Combination sofar, @Nullable Offer leftOut) {
        Combination known = best;
        if (known == null || preference.compare(sofar, known) > 0) {
            best = sofar;
            known = sofar;
        }
        if (next == offers.size()) {
            return;
        }
        long hope = sofar.discount() + Math.min(tally.hope(next), till.room(sofar.nets()));
        if (worse(next, sofar, hope, known)) {
            return;
        }
        if (++visited > limit) {
            gap = Math.max(gap, hope - known.discount());
            return;
        }
        Offer offer = offers.get(next);
        boolean twinLeftOut = leftOut != null && leftOut.sameRuleAs(offer);
        if (!twinLeftOut && tally.admits(next) && till.tryOn(offer, sofar.nets()) instanceof Tried.Applies(Step step)) {
            int before = tally.take(next);
            visit(next + 1, sofar.with(step), null);
            tally.putBack(next, before);
        }
        visit(next + 1, sofar, offer);
    }

    private boolean worse(int next, Combination sofar, long hope, Combination known) {
        if (!chosen) {
            return hope < known.discount();
        }
        long coupons = sofar.coupons() + tally.couponsLeft(next);
        return coupons < known.coupons() || (coupons == known.coupons() && hope < known.discount());
    }
}
