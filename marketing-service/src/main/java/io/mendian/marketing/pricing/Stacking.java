package io.mendian.marketing.pricing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * With what a rule may be combined. The strictest of two rules decides; see docs/pricing.md, "Which rules together".
 *
 * @param perCategory at most so many rules of one category in one layer
 * @param bestOf of all rules that name the same group at most one applies, whatever their layers; null: none
 * @param onlyWith categories of the rules it may stand beside, its own included by itself; empty: all
 * @param notWith categories it never stands beside
 */
public record Stacking(
        String category,
        int perCategory,
        Exclusive exclusive,
        @Nullable String bestOf,
        Set<String> onlyWith,
        Set<String> notWith) {

    public static final Stacking ONE_OF_GENERAL = new Stacking("GENERAL", 1, Exclusive.NO);

    /** How far a rule keeps others away. */
    public enum Exclusive {
        /** Goes with rules of other categories. */
        NO,
        /** Only coupon of the order, only promotion, or only rule for a means of payment. */
        IN_LAYER,
        /** No other rule beside it. */
        ALONE
    }

    public Stacking {
        if (category.isBlank() || perCategory < 1) {
            throw new IllegalArgumentException("a stacking category has a name and takes at least one rule");
        }
    }

    public Stacking(String category, int perCategory, Exclusive exclusive) {
        this(category, perCategory, exclusive, null, Set.of(), Set.of());
    }

    public Stacking(String category, int perCategory, Exclusive exclusive, @Nullable Groups groups) {
        this(
                category,
                perCategory,
                exclusive,
                groups == null ? null : groups.bestOf(),
                groups == null ? Set.of() : groups.onlyWith(),
                groups == null ? Set.of() : groups.notWith());
    }

    /** Groups and neighbours, as they are stored; null when there are none. */
    public @Nullable Groups groups() {
        return bestOf == null && onlyWith.isEmpty() && notWith.isEmpty() ? null : new Groups(bestOf, onlyWith, notWith);
    }

    /** The evaluation group of a rule, and the categories it goes with. */
    public record Groups(@Nullable String bestOf, Set<String> onlyWith, Set<String> notWith) {}

    /** Why this rule, in a layer, does not stand beside another; null when it does. */
    @Nullable
    Clash keepsAway(boolean sameLayer, Stacking other) {
        if (exclusive == Exclusive.ALONE || (exclusive == Exclusive.IN_LAYER && sameLayer)) {
            return Clash.EXCLUSIVE;
        }
        if (bestOf != null && bestOf.equals(other.bestOf)) {
            return Clash.BEST_OF;
        }
        boolean welcome = onlyWith.isEmpty() || onlyWith.contains(other.category) || category.equals(other.category);
        return welcome && !notWith.contains(other.category) ? null : Clash.CATEGORY;
    }

    /** What keeps two rules apart. */
    enum Clash {
        EXCLUSIVE,
        BEST_OF,
        CATEGORY
    }
}
