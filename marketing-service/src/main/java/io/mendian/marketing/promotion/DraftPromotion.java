package io.mendian.marketing.promotion;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Makes a promotion, as a draft or live at once. */
@UseCase
public class DraftPromotion {

    private final Promotions promotions;
    private final PromotionMapper mapper;
    private final Clock clock;

    DraftPromotion(Promotions promotions, PromotionMapper mapper, Clock clock) {
        this.promotions = promotions;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public String draft(PromotionTerms terms, PromotionState state) {
        if (state == PromotionState.ENDED) {
            throw PromotionProblem.PROMOTION_STATE.with("from", PromotionState.DRAFT, "to", state);
        }
        Instant now = clock.instant();
        PromotionRow row = promotions.row(Ids.next(), terms, state, 1, now, now);
        mapper.insert(row);
        return Long.toString(row.id());
    }
}
