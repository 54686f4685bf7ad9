package io.mendian.order.ordering;

/** An order was paid, or ended unpaid; told inside its transaction to whoever's process waits for it. */
public record OrderSettled(Order order) {}
