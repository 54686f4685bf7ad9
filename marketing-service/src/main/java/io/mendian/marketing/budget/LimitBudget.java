package io.mendian.marketing.budget;

import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Sets or changes a promotion's budget; never below what is kept of it. Orders placed before the first budget do not count. */
@UseCase
public class LimitBudget {

    private final PromotionBudgetMapper mapper;
    private final Clock clock;

    LimitBudget(PromotionBudgetMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void limit(long promotionId, BudgetLimits limits) {
        mapper.open(promotionId, clock.instant());
        Guard.one(mapper.limit(promotionId, limits, clock.instant()), BudgetProblem.PROMOTION_BUDGET_TOO_SMALL::with);
    }
}
