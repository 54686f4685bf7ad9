package io.mendian.marketing.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule applied: what it takes off each line of the basket. */
record Step(Offer offer, long[] cuts, List<Gift> gifts, Outcome.@Nullable Lacking next) {

    long discount() {
        long discount = 0;
        for (long cut : cuts) {
            discount += cut;
        }
        return discount;
    }

    long giftPieces() {
        return gifts.stream().mapToLong(Gift::quantity).sum();
    }
}
