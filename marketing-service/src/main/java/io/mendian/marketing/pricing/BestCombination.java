package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best admissible set of rules: every rule in its order is taken or left, and a branch is given up when even its
 * most hopeful end is worse than what is known. Counted in visited nodes, so the same basket always ends at the same set.
 */
final class BestCombination {

    private final Till till;
    private final List<Offer> offers;
    private final long[] potential;
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
        this.potential = potential;
        this.chosen = chosen;
        this.preference = Combination.preference(chosen);
        this.limit = limit;
    }

    Combination from(long[] nets) {
        Combination nothing = new Combination(List.of(), nets);
        best = nothing;
        visit(0, nothing, null);
        return best;
    }

    /** How much more another combination could take off at most; 0 unless the limit stopped the search. */
    long gap() {
        return gap;
    }

    private void visit(int next, Combination sofar, @Nullable Offer leftOut) {
        if (best != null && preference.compare(sofar, best) > 0) {
            best = sofar;
        }
        if (next == offers.size()) {
            return;
        }
        long hope = hope(next, sofar);
        if (worse(next, sofar, hope)) {
            return;
        }
        if (++visited > limit) {
            gap = Math.max(gap, hope - bestDiscount());
            return;
        }
        Offer offer = offers.get(next);
        boolean twinLeftOut = leftOut != null && leftOut.sameRuleAs(offer);
        if (!twinLeftOut
                && sofar.admits(offer)
                && till.tryOn(offer, sofar.nets()) instanceof Tried.Applies(Step step)) {
            visit(next + 1, sofar.with(step), null);
        }
        visit(next + 1, sofar, offer);
    }

    private boolean worse(int next, Combination sofar, long hope) {
        if (best == null) {
            return false;
        }
        if (chosen) {
            long coupons = sofar.coupons();
            for (Offer offer : offers.subList(next, offers.size())) {
                coupons += offer.layer() == Offer.Layer.COUPON ? 1 : 0;
            }
            return coupons < best.coupons() || (coupons == best.coupons() && hope < best.discount());
        }
        return hope < best.discount();
    }

    /** Never less than what the rules that may still join can take off. */
    private long hope(int next, Combination sofar) {
        Map<String, Long> oneOf = new HashMap<>();
        long more = 0;
        for (int i = next; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            if (!sofar.admits(offer)) {
                continue;
            }
            if (offer.stacking().perCategory() == 1) {
                oneOf.merge(offer.layer() + offer.stacking().category(), potential[i], Math::max);
            } else {
                more += potential[i];
            }
        }
        more += oneOf.values().stream().mapToLong(Long::longValue).sum();
        return sofar.discount() + Math.min(more, till.room(sofar.nets()));
    }

    private long bestDiscount() {
        return best == null ? 0 : best.discount();
    }
}
