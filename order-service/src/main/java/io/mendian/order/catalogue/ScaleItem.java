package io.mendian.order.catalogue;

/** A product sold by weight: the number that scales know it by, and for how many grams its list price is. */
public record ScaleItem(long code, int perGrams) {

    /** The price of a weight, half-up to the smallest unit. */
    long priceOf(long unitPriceMinor, long grams) {
        long twice = Math.multiplyExact(Math.multiplyExact(unitPriceMinor, grams), 2L);
        return Math.floorDiv(twice + perGrams, 2L * perGrams);
    }

    /** The weight that a price stands for, half-up, at least one gram; the list price must not be zero. */
    long gramsFor(long unitPriceMinor, long priceMinor) {
        long twice = Math.multiplyExact(Math.multiplyExact(priceMinor, perGrams), 2L);
        return Math.max(1, Math.floorDiv(twice + unitPriceMinor, 2 * unitPriceMinor));
    }
}
