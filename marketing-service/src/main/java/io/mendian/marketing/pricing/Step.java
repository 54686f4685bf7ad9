package io.mendian.marketing.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule applied: what it takes off each line of the basket, and in all. */
record Step(Offer offer, long[] cuts, long discount, List<Gift> gifts, Outcome.@Nullable Lacking next) {

    Step(Offer offer, long[] cuts, List<Gift> gifts, Outcome.@Nullable Lacking next) {
        this(offer, cuts, sum(cuts), gifts, next);
    }

    long giftPieces() {
        long pieces = 0;
        for (Gift gift : gifts) {
            pieces += gift.quantity();
        }
        return pieces;
    }

    private static long sum(long[] cuts) {
        long discount = 0;
        for (long cut : cuts) {
            discount += cut;
        }
        return discount;
    }
}
