package io.mendian.marketing.pricing;

import java.util.Arrays;
import java.util.List;

/** One rule applied: what it takes off each line of the basket. */
record Step(Offer offer, long[] cuts, List<Gift> gifts) {

    long discount() {
        return Arrays.stream(cuts).sum();
    }

    long giftPieces() {
        return gifts.stream().mapToLong(Gift::quantity).sum();
    }
}
