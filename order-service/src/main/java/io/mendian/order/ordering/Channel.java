package io.mendian.order.ordering;

/** Where an order comes from. */
public enum Channel {
    MINI_PROGRAM,
    POS,
    HISTORY
}
