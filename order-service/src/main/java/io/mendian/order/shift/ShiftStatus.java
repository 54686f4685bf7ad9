package io.mendian.order.shift;

import java.util.Set;

/** The life of a shift. */
public enum ShiftStatus {
    /** Money moves in it; a till has one such shift. */
    OPEN,
    /** Counted with a difference above the limit: nothing moves any more, a manager or a better count closes it. */
    COUNTED,
    /** Its Z report stands. */
    CLOSED;

    /** The statuses that may follow. */
    public Set<ShiftStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(COUNTED, CLOSED);
            case COUNTED -> Set.of(COUNTED, CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
