package io.mendian.order.ordering;

/** An amount on top of the lines, such as a service charge or packaging. */
public record Fee(String code, String text, long amountMinor) {}
