package io.mendian.order.refund;

import java.util.Set;

/** The life of a refund. */
public enum RefundStatus {
    /** Above the limit: a second person decides. */
    WAITING_APPROVAL,
    /** Its money is on the way. */
    REFUNDING,
    /** All of its money is back. */
    DONE,
    /** A provider refused a part of it: visible at headquarters, and tried again from there. */
    FAILED,
    /** The second person said no; nothing went back. */
    REJECTED;

    public Set<RefundStatus> next() {
        return switch (this) {
            case WAITING_APPROVAL -> Set.of(REFUNDING, REJECTED);
            case REFUNDING -> Set.of(DONE, FAILED);
            case FAILED -> Set.of(REFUNDING);
            case DONE, REJECTED -> Set.of();
        };
    }
}
