package io.mendian.order.campaign;

/** Where the group of a group-buy order stands; from PENDING it goes to one of the others, once. */
public enum GroupState {
    /** Nothing is handed over yet. */
    PENDING,
    /** The order is fulfilled like any other. */
    SUCCEEDED,
    /** All of the order goes back by itself. */
    FAILED
}
