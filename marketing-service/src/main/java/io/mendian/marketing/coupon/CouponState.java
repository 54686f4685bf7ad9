package io.mendian.marketing.coupon;

import java.util.EnumSet;
import java.util.Set;

/** The life of one coupon. */
public enum CouponState {
    AVAILABLE,
    HELD,
    USED,
    EXPIRED,
    WITHDRAWN;

    Set<CouponState> next() {
        return switch (this) {
            case AVAILABLE -> EnumSet.of(HELD, USED, EXPIRED, WITHDRAWN);
            case HELD -> EnumSet.of(AVAILABLE, USED, WITHDRAWN);
            case USED -> EnumSet.of(AVAILABLE, WITHDRAWN);
            case EXPIRED, WITHDRAWN -> EnumSet.noneOf(CouponState.class);
        };
    }
}
