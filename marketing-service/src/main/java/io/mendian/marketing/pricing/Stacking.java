package io.mendian.marketing.pricing;

/**
 * With what a rule may be combined: at most {@code perCategory} rules of one category in its layer, and as {@link
 * Exclusive} says. The strictest of two rules decides.
 */
public record Stacking(String category, int perCategory, Exclusive exclusive) {

    public static final Stacking ONE_OF_GENERAL = new Stacking("GENERAL", 1, Exclusive.NO);

    /** How far a rule keeps others away. */
    public enum Exclusive {
        /** Goes with rules of other categories. */
        NO,
        /** Only coupon of the order, or only promotion of the order. */
        IN_LAYER,
        /** Neither a coupon nor a promotion beside it. */
        ALONE
    }

    public Stacking {
        if (category.isBlank() || perCategory < 1) {
            throw new IllegalArgumentException("a stacking category has a name and takes at least one rule");
        }
    }
}
