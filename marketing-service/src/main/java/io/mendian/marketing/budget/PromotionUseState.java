package io.mendian.marketing.budget;

import java.util.EnumSet;
import java.util.Set;

/** The life of what one order takes from one promotion. */
public enum PromotionUseState {
    HELD,
    SETTLED,
    RELEASED,
    EXPIRED,
    /** Paid after its hold had expired and the budget was gone: the discount was given beyond it. */
    SHORT,
    /** The order was wholly refunded. */
    RETURNED;

    Set<PromotionUseState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(SETTLED, RELEASED, EXPIRED);
            case SETTLED -> EnumSet.of(RETURNED);
            case RELEASED, EXPIRED -> EnumSet.of(SETTLED, SHORT);
            case SHORT, RETURNED -> EnumSet.noneOf(PromotionUseState.class);
        };
    }
}
