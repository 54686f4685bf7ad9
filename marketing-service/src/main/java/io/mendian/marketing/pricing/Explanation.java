package io.mendian.marketing.pricing;

/** Which rule took how much off; {@code amountMinor} is what became cheaper, never negative. */
public record Explanation(String rule, Text text, long amountMinor) {}
