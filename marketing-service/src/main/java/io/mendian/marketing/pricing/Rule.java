package io.mendian.marketing.pricing;

/** A promotion or a coupon with its terms; {@code version} rises with every change of the promotion or template. */
public record Rule(Offer offer, int version, RuleTerms terms) {}
