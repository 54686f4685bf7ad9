package io.mendian.order.ordering;

/** Why an amount is what it is; {@code amountMinor} is negative for a discount or as the rule gives it. */
public record Explanation(String rule, String text, long amountMinor) {}
