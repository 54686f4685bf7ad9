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
        Conditions conditions,
        Instant validFrom,
        Instant validTo) {

    /** Promotions apply before coupons; what depends on the means of payment comes after the points. */
    public enum Layer {
        PROMOTION,
        COUPON,
        PAYMENT;

        /** Where an automatic promotion belongs. */
        public static Layer of(Audience audience) {
            return audience.meansOfPayment().isEmpty() ? PROMOTION : PAYMENT;
        }
    }

    /** The one order in which rules apply. */
    static final Comparator<Offer> APPLIED = Comparator.comparing(Offer::layer)
            .thenComparingInt(Offer::rank)
            .thenComparingLong(Offer::ruleId)
            .thenComparing(Offer::validTo)
            .thenComparingLong(Offer::id);

    /** How explanations name this rule, such as COUPON:17. */
    public String rule() {
        return (isCoupon() ? "COUPON:" : "PROMOTION:") + id;
    }

    public boolean isCoupon() {
        return layer == Layer.COUPON;
    }

    /** Whether the store and at least one line are in its scope. */
    public boolean concerns(StoreId store, List<BasketLine> lines) {
        return scope.includesStore(store) && lines.stream().anyMatch(scope::includes);
    }

    /** Whether the one before it in the order does the same and is preferred: of two coupons alike the one that expires sooner. */
    boolean addsNothingTo(Offer before) {
        return layer == before.layer
                && !(isCoupon() && before.validTo.isAfter(validTo))
                && stacking.equals(before.stacking)
                && benefit.equals(before.benefit)
                && scope.equals(before.scope);
    }

    /** Whether two rules may stand in one order, the limits of their categories aside. */
    boolean standsBeside(Offer other) {
        boolean sameLayer = layer == other.layer;
        return stacking.keepsAway(sameLayer, other.stacking) == null
                && other.stacking.keepsAway(sameLayer, stacking) == null;
    }

    boolean sharesCategoryWith(Offer other) {
        return layer == other.layer && stacking.category().equals(other.stacking.category());
    }
}
