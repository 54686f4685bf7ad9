package io.mendian.marketing.seat;

import java.util.EnumSet;
import java.util.Set;

/** The life of a group. */
public enum GroupState {
    /** Its opener has not paid yet; nobody sees or joins it. */
    FORMING,
    /** Paid by its opener: others may join until it is full or its time is over. */
    OPEN,
    /** All seats were paid: it has succeeded. */
    FILLED,
    /** Its time was over first: the orders are refunded. */
    FAILED,
    /** Its opener did not pay. */
    DROPPED;

    Set<GroupState> next() {
        return switch (this) {
            case FORMING -> EnumSet.of(OPEN, DROPPED);
            // an opener whose money came late opens it after all
            case DROPPED -> EnumSet.of(FORMING);
            case OPEN -> EnumSet.of(FILLED, FAILED);
            case FILLED, FAILED -> EnumSet.noneOf(GroupState.class);
        };
    }
}
