package io.mendian.marketing.hold;

import java.util.EnumSet;
import java.util.Set;

/** The life of a hold; each of its ends is reached at most once. */
public enum CouponHoldState {
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    Set<CouponHoldState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(CONFIRMED, RELEASED, EXPIRED);
            case CONFIRMED, RELEASED, EXPIRED -> EnumSet.noneOf(CouponHoldState.class);
        };
    }
}
