package io.mendian.marketing.coupon;

import java.util.EnumSet;
import java.util.Set;

/** The life of a coupon template. Its terms may change only as a draft; an ended one gives no more coupons. */
public enum CouponTemplateState {
    DRAFT,
    LIVE,
    ENDED;

    Set<CouponTemplateState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(LIVE, ENDED);
            case LIVE -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.noneOf(CouponTemplateState.class);
        };
    }
}
