package io.mendian.marketing.promotion;

import java.util.EnumSet;
import java.util.Set;

/** The life of a promotion. Its terms may change only as a draft, so that an old quote can be computed again. */
public enum PromotionState {
    DRAFT,
    LIVE,
    ENDED;

    Set<PromotionState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(LIVE, ENDED);
            case LIVE -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.noneOf(PromotionState.class);
        };
    }
}
