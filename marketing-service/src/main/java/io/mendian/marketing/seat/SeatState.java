package io.mendian.marketing.seat;

import java.util.EnumSet;
import java.util.Set;

/** The life of the seat of one order. */
public enum SeatState {
    HELD,
    PAID,
    RELEASED,
    EXPIRED,
    /** Paid after its hold had ended, when nothing was left: a group-buy is refunded, anything else is an alarm. */
    SHORT,
    /** The order was wholly refunded. */
    RETURNED;

    Set<SeatState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(PAID, RELEASED, EXPIRED);
            case RELEASED, EXPIRED -> EnumSet.of(PAID, SHORT);
            case PAID, SHORT -> EnumSet.of(RETURNED);
            case RETURNED -> EnumSet.noneOf(SeatState.class);
        };
    }

    /** Whether it has pieces of the allotment. */
    boolean keeps() {
        return this == HELD || this == PAID;
    }
}
