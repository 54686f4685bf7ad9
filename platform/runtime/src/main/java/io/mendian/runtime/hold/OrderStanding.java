package io.mendian.runtime.hold;

/** What an order means for what it holds elsewhere. */
public enum OrderStanding {
    /** It is being placed, or waits for its money. */
    OPEN,
    /** Money has come, whatever went back later: the news of it is on its way. */
    PAID,
    /** It ended unpaid, for ever. */
    CLOSED,
    /** There is no such order. Its row is written before anything is held, so there will be none. */
    UNKNOWN;

    /** Whether nobody will ever come for what is held. */
    boolean letsGo() {
        return switch (this) {
            case OPEN, PAID -> false;
            case CLOSED, UNKNOWN -> true;
        };
    }
}
