package io.mendian.order.refund;

import java.util.Set;

/** The life of a refund. */
public enum RefundStatus {
    /** What it takes from the member's cards is being frozen. */
    PREPARING,
    /** The member asked for it: staff decides. */
    REQUESTED,
    /** The pieces are exchanged: waits until the new order is paid. */
    EXCHANGING,
    /** Above the limit, or not the way the money came: a second person decides. */
    WAITING_APPROVAL,
    /** Its money is on the way. */
    REFUNDING,
    /** All of its money is back. */
    DONE,
    /** A provider refused a part of it: visible at headquarters, and tried again or sent another way from there. */
    FAILED,
    /** Somebody said no, or it could not be: nothing went back. */
    REJECTED,
    /** The member took his wish back. */
    WITHDRAWN;

    public Set<RefundStatus> next() {
        return switch (this) {
            case PREPARING -> Set.of(REQUESTED, WAITING_APPROVAL, REFUNDING, REJECTED);
            case REQUESTED -> Set.of(WAITING_APPROVAL, REFUNDING, REJECTED, WITHDRAWN);
            case EXCHANGING, WAITING_APPROVAL -> Set.of(REFUNDING, REJECTED);
            case REFUNDING -> Set.of(DONE, FAILED);
            case FAILED -> Set.of(REFUNDING);
            case DONE, REJECTED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether its money will go back for certain: from here nobody can refuse it any more. */
    boolean isCertain() {
        return this == REFUNDING || this == FAILED || this == DONE;
    }
}
