package io.mendian.marketing.promotion;

import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Changes a promotion: everything of a draft; of a live one only its name, or it ends. */
@UseCase
public class ChangePromotion {

    private final Promotions promotions;
    private final PromotionMapper mapper;
    private final Clock clock;

    ChangePromotion(Promotions promotions, PromotionMapper mapper, Clock clock) {
        this.promotions = promotions;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void change(long id, PromotionTerms terms, PromotionState state) {
        PromotionRow was = promotions.require(id);
        if (state != was.state() && !was.state().next().contains(state)) {
            throw PromotionProblem.PROMOTION_STATE.with("from", was.state(), "to", state);
        }
        PromotionRow to = promotions.row(id, terms, state, was.version(), was.createdAt(), clock.instant());
        if (was.state() != PromotionState.DRAFT
                && !renamed(promotions.terms(was), to.name()).equals(promotions.terms(to))) {
            throw PromotionProblem.PROMOTION_FIXED.with();
        }
        Guard.one(
                mapper.change(to, was.state()),
                () -> PromotionProblem.PROMOTION_STATE.with(
                        "from", promotions.require(id).state(), "to", state));
    }

    private static PromotionTerms renamed(PromotionTerms terms, String name) {
        return new PromotionTerms(
                name,
                terms.kind(),
                terms.settings(),
                terms.scope(),
                terms.stacking(),
                terms.audience(),
                terms.hours(),
                terms.validFrom(),
                terms.validTo());
    }
}
