package io.mendian.member.hold;

import java.util.Set;

/**
 * The life of a hold. EXPIRED and RELEASED are not quite the end: when the order turns out to be paid after all, the
 * assets are taken late, or recorded as SHORT with an alarm.
 */
public enum HoldStatus {
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED,
    SHORT;

    public boolean mayBecome(HoldStatus next) {
        return switch (this) {
            case HELD -> Set.of(CONFIRMED, RELEASED, EXPIRED).contains(next);
            case RELEASED, EXPIRED -> Set.of(CONFIRMED, SHORT).contains(next);
            case CONFIRMED, SHORT -> false;
        };
    }
}
