package io.mendian.inventory.stock;

import io.mendian.kernel.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Positive quantities per SKU, always in SKU order: the order in which stock rows are locked. */
public record Pieces(SortedMap<Long, Long> bySku) {

    public static final Pieces NONE = new Pieces(new TreeMap<>());

    public Pieces {
        bySku = Collections.unmodifiableSortedMap(new TreeMap<>(bySku));
        bySku.forEach((sku, quantity) -> {
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity of " + sku + " must be positive: " + quantity);
            }
        });
    }

    /** Sums lines of the same SKU. */
    public static <T> Pieces of(Collection<T> lines, Function<T, SkuId> sku, ToLongFunction<T> quantity) {
        TreeMap<Long, Long> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(sku.apply(line).value(), quantity.applyAsLong(line), Math::addExact));
        return new Pieces(sums);
    }

    public static Pieces sum(Collection<Pieces> all) {
        TreeMap<Long, Long> sums = new TreeMap<>();
        all.forEach(pieces -> pieces.bySku.forEach((sku, quantity) -> sums.merge(sku, quantity, Math::addExact)));
        return new Pieces(sums);
    }

    public long of(long skuId) {
        return bySku.getOrDefault(skuId, 0L);
    }

    public boolean isEmpty() {
        return bySku.isEmpty();
    }

    public List<Long> skuIds() {
        return List.copyOf(bySku.keySet());
    }

    /** Per SKU the larger of both. */
    public Pieces or(Pieces other) {
        TreeMap<Long, Long> larger = new TreeMap<>(bySku);
        other.bySku.forEach((sku, quantity) -> larger.merge(sku, quantity, Math::max));
        return new Pieces(larger);
    }

    public Pieces plus(Pieces other) {
        TreeMap<Long, Long> sums = new TreeMap<>(bySku);
        other.bySku.forEach((sku, quantity) -> sums.merge(sku, quantity, Math::addExact));
        return new Pieces(sums);
    }

    /** What remains of each SKU; never below zero. */
    public Pieces minus(Pieces other) {
        TreeMap<Long, Long> rest = new TreeMap<>();
        bySku.forEach((sku, quantity) -> {
            if (quantity > other.of(sku)) {
                rest.put(sku, quantity - other.of(sku));
            }
        });
        return new Pieces(rest);
    }

    /** Per SKU at most so many. */
    public Pieces atMost(SortedMap<Long, Long> limits) {
        TreeMap<Long, Long> bounded = new TreeMap<>();
        bySku.forEach((sku, quantity) -> {
            long most = Math.min(quantity, limits.getOrDefault(sku, 0L));
            if (most > 0) {
                bounded.put(sku, most);
            }
        });
        return new Pieces(bounded);
    }
}
