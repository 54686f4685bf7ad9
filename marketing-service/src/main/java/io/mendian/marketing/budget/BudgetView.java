package io.mendian.marketing.budget;

/** A promotion's budget: kept is what live orders hold and paid orders have used, in all, today and this week. */
public record BudgetView(
        String promotionId,
        BudgetLimits limits,
        long keptMinor,
        long keptUses,
        long keptTodayMinor,
        long keptTodayUses,
        long keptThisWeekMinor,
        long keptThisWeekUses) {}
