package io.mendian.marketing.pricing;

/** A fee of this order. */
public record ChargedFee(String code, Text text, long amountMinor) {}
