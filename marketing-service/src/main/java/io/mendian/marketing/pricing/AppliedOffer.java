package io.mendian.marketing.pricing;

import java.util.List;

/** A promotion or coupon that applies, what it took off the order, and what it gave. */
public record AppliedOffer(Offer offer, long discountMinor, List<Gift> gifts) {}
