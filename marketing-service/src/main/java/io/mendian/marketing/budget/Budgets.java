package io.mendian.marketing.budget;

import io.mendian.runtime.persistence.Guard;
import org.springframework.stereotype.Component;

/** Takes from budgets and gives back, inside the caller's transaction: the member's quota first, then the budget. */
@Component
class Budgets {

    private final PromotionBudgetMapper mapper;
    private final PromotionUseMapper uses;

    Budgets(PromotionBudgetMapper mapper, PromotionUseMapper uses) {
        this.mapper = mapper;
        this.uses = uses;
    }

    /** Keeps what an order takes, or refuses; then the caller's transaction rolls back. */
    void keep(PromotionUseRow use) {
        PromotionBudgetRow budget = mapper.selectById(use.promotionId());
        if (uses.count(use.orderId(), use.promotionId(), budget != null) != 1) {
            throw new IllegalStateException("order " + use.orderId() + " has no use of " + use.promotionId());
        }
        if (budget == null) {
            return;
        }
        if (use.memberKey() != null) {
            mapper.openMember(use.promotionId(), use.memberKey());
            Guard.one(
                    mapper.keepMember(use.promotionId(), use.memberKey(), budget.limitPerMember()),
                    () -> BudgetProblem.PROMOTION_MEMBER_LIMIT.with("promotionId", Long.toString(use.promotionId())));
        } else if (budget.limitPerMember() != null) {
            throw BudgetProblem.PROMOTION_MEMBER_LIMIT.with("promotionId", Long.toString(use.promotionId()));
        }
        Guard.one(
                mapper.keep(use.promotionId(), use.discountMinor()),
                () -> BudgetProblem.PROMOTION_BUDGET_SPENT.with("promotionId", Long.toString(use.promotionId())));
    }

    /** Gives back what an order had kept. */
    void giveBack(PromotionUseRow use) {
        if (!use.counted()) {
            return;
        }
        Guard.one(
                mapper.giveBack(use.promotionId(), use.discountMinor()),
                () -> new IllegalStateException("promotion " + use.promotionId() + " keeps less than its orders"));
        if (use.memberKey() != null) {
            Guard.one(
                    mapper.giveBackMember(use.promotionId(), use.memberKey()),
                    () -> new IllegalStateException("promotion " + use.promotionId() + " has no quota of its member"));
        }
    }
}
