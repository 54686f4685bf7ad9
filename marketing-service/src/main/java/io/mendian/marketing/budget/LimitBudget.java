package io.mendian.marketing.budget;

import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Sets or changes a promotion's budget; never below what is kept of it. Orders placed before the first budget do not count. */
@UseCase
public class LimitBudget {

    private final PromotionBudgetMapper mapper;
    private final PeriodQuotaMapper periods;
    private final Budgets budgets;
    private final Clock clock;

    LimitBudget(PromotionBudgetMapper mapper, PeriodQuotaMapper periods, Budgets budgets, Clock clock) {
        this.mapper = mapper;
        this.periods = periods;
        this.budgets = budgets;
        this.clock = clock;
    }

    @Transactional
    public void limit(long promotionId, BudgetLimits limits) {
        mapper.open(promotionId, clock.instant());
        Guard.one(mapper.limit(promotionId, limits, clock.instant()), BudgetProblem.PROMOTION_BUDGET_TOO_SMALL::with);
        PromotionBudgetRow budget = mapper.lock(promotionId);
        LocalDate day = budgets.today();
        for (PeriodQuotaRow kept : periods.of(List.of(promotionId), day, Period.WEEK.beginOf(day))) {
            if (exceeds(kept.keptMinor(), kept.period().money(budget))
                    || exceeds(kept.keptUses(), kept.period().uses(budget))) {
                throw BudgetProblem.PROMOTION_BUDGET_TOO_SMALL.with();
            }
        }
    }

    private static boolean exceeds(long kept, @Nullable Long most) {
        return most != null && kept > most;
    }
}
