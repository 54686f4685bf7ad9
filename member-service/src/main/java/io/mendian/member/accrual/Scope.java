package io.mendian.member.accrual;

import java.util.Set;

/** Which lines a rule looks at; an empty set means any. */
public record Scope(Set<String> kinds, Set<String> categories, Set<String> skuIds) {

    public static final Scope ANY = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        kinds = Set.copyOf(kinds);
        categories = Set.copyOf(categories);
        skuIds = Set.copyOf(skuIds);
    }

    boolean covers(SoldLine line) {
        return (kinds.isEmpty() || kinds.contains(line.kind()))
                && (categories.isEmpty() || categories.contains(line.category()))
                && (skuIds.isEmpty() || skuIds.contains(line.skuId()));
    }

    /** Whether the rule names the kind itself: such a rule earns even on a kind that earns nothing in general. */
    boolean names(String kind) {
        return kinds.contains(kind);
    }
}
