package io.mendian.inventory.hold;

import java.util.EnumSet;
import java.util.Set;

/** The life of a hold. MISSING: an order spoke of a hold that never came; should it still come, it is refused. */
enum HoldStatus {
    MISSING,
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    Set<HoldStatus> next() {
        return switch (this) {
            case HELD -> EnumSet.of(CONFIRMED, RELEASED, EXPIRED);
            case MISSING -> EnumSet.of(CONFIRMED, RELEASED);
            // paid after all: the pieces are sold, with a shortage if they went elsewhere meanwhile
            case RELEASED, EXPIRED -> EnumSet.of(CONFIRMED);
            case CONFIRMED -> EnumSet.noneOf(HoldStatus.class);
        };
    }
}
