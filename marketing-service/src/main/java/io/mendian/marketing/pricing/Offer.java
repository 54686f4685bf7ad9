package io.mendian.marketing.pricing;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A rule that may apply to a basket: an automatic promotion, or one coupon of the member.
 *
 * @param id the promotion's or the coupon's id, unique in its layer
 * @param ruleId the promotion's or the coupon template's id; coupons of one template are interchangeable
 * @param rank the place of its kind among the rules of its layer
 */
public record Offer(
        Layer layer,
        long id,
        long ruleId,
        String name,
        int rank,
        Benefit benefit,
        Scope scope,
        Stacking stacking,
        Instant validFrom,
        Instant validTo) {

    /** Promotions apply before coupons. */
    public enum Layer {
        PROMOTION,
        COUPON
    }

    /** The one order in which rules apply. */
    static final Comparator<Offer> APPLIED = Comparator.comparing(Offer::layer)
            .thenComparingInt(Offer::rank)
            .thenComparingLong(Offer::ruleId)
            .thenComparing(Offer::validTo)
            .thenComparingLong(Offer::id);

    /** How explanations name this rule, such as COUPON:17. */
    public String rule() {
        return layer + ":" + id;
    }

    /** Whether the store and at least one line are in its scope. */
    public boolean concerns(StoreId store, List<BasketLine> lines) {
        return scope.includesStore(store) && lines.stream().anyMatch(scope::includes);
    }

    boolean sameRuleAs(Offer other) {
        return layer == other.layer && ruleId == other.ruleId;
    }

    /** Whether two rules may stand in one order, the limits of their categories aside. */
    boolean standsBeside(Offer other) {
        return keeps(other) && other.keeps(this);
    }

    private boolean keeps(Offer other) {
        return switch (stacking.exclusive()) {
            case NO -> true;
            case IN_LAYER -> other.layer != layer;
            case ALONE -> false;
        };
    }

    boolean sharesCategoryWith(Offer other) {
        return layer == other.layer && stacking.category().equals(other.stacking.category());
    }
}
