package io.mendian.marketing.budget;

import io.mendian.marketing.MarketingProperties;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes from budgets and gives back, inside the caller's transaction. The budget's row comes first: with it locked the
 * limits are as they are now, so that no change of a limit slips between; then day, week and member.
 */
@Component
class Budgets {

    private final PromotionBudgetMapper mapper;
    private final PeriodQuotaMapper periods;
    private final FirstOrderMapper firstOrders;
    private final PromotionUseMapper uses;
    private final ZoneId zone;
    private final Clock clock;

    Budgets(
            PromotionBudgetMapper mapper,
            PeriodQuotaMapper periods,
            FirstOrderMapper firstOrders,
            PromotionUseMapper uses,
            MarketingProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.periods = periods;
        this.firstOrders = firstOrders;
        this.uses = uses;
        this.zone = properties.zone();
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** One order of a member is his first; the same order may say so again. */
    void claimFirstOrder(long member, long order, Instant now) {
        if (firstOrders.claim(member, order, now) != 1 && firstOrders.claimed(member, order) != 1) {
            throw BudgetProblem.FIRST_ORDER_TAKEN.with();
        }
    }

    /** Keeps what an order takes, or refuses; then the caller's transaction rolls back. */
    void keep(PromotionUseRow use) {
        long id = use.promotionId();
        boolean limited = mapper.selectById(id) != null;
        LocalDate day = limited ? today() : null;
        if (uses.count(use.orderId(), id, limited, day) != 1) {
            throw new IllegalStateException("order " + use.orderId() + " has no use of " + id);
        }
        if (day == null) {
            return;
        }
        Guard.one(mapper.keep(id, use.discountMinor()), () -> spent(id, "ALL"));
        PromotionBudgetRow budget = mapper.lock(id);
        for (Period period : Period.values()) {
            keep(use, budget, period, period.beginOf(day));
        }
        keepOfMember(use, budget);
    }

    private void keep(PromotionUseRow use, PromotionBudgetRow budget, Period period, LocalDate begins) {
        Long money = period.money(budget);
        Long most = period.uses(budget);
        long id = use.promotionId();
        if (periods.keep(id, period, begins, use.discountMinor(), money, most) != 1) {
            // refused, or the first of its period
            periods.open(id, period, begins);
            Guard.one(
                    periods.keep(id, period, begins, use.discountMinor(), money, most), () -> spent(id, period.name()));
        }
    }

    private void keepOfMember(PromotionUseRow use, PromotionBudgetRow budget) {
        Integer most = budget.limitPerMember();
        Long money = budget.limitMemberMinor();
        if (use.memberKey() == null) {
            if (most != null || money != null) {
                throw tooOften(use.promotionId());
            }
            return;
        }
        mapper.openMember(use.promotionId(), use.memberKey());
        Guard.one(
                mapper.keepMember(use.promotionId(), use.memberKey(), use.discountMinor(), most, money),
                () -> tooOften(use.promotionId()));
    }

    /** Gives back what an order had kept, to the day and week in which it was kept. */
    void giveBack(PromotionUseRow use) {
        if (use.firstOrder() && use.memberKey() != null) {
            firstOrders.giveBack(use.memberKey(), use.orderId());
        }
        if (!use.counted()) {
            return;
        }
        long id = use.promotionId();
        Guard.one(mapper.giveBack(id, use.discountMinor()), () -> less(id));
        for (Period period : Period.values()) {
            giveBack(use, period, use.countedOn());
        }
        if (use.memberKey() != null) {
            Guard.one(mapper.giveBackMember(id, use.memberKey(), use.discountMinor()), () -> less(id));
        }
    }

    private void giveBack(PromotionUseRow use, Period period, @Nullable LocalDate day) {
        // orders from before there were days and weeks kept nothing of them
        if (day != null) {
            Guard.one(
                    periods.giveBack(use.promotionId(), period, period.beginOf(day), use.discountMinor()),
                    () -> less(use.promotionId()));
        }
    }

    private static ProblemException spent(long id, String period) {
        return BudgetProblem.PROMOTION_BUDGET_SPENT.with("promotionId", Long.toString(id), "period", period);
    }

    private static ProblemException tooOften(long id) {
        return BudgetProblem.PROMOTION_MEMBER_LIMIT.with("promotionId", Long.toString(id));
    }

    private static IllegalStateException less(long id) {
        return new IllegalStateException("promotion " + id + " keeps less than its orders");
    }
}
