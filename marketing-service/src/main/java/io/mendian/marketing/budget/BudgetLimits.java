package io.mendian.marketing.budget;

import org.jspecify.annotations.Nullable;

/**
 * The most a promotion may cost and the most orders it may serve: in all, in a calendar day and a week (from Monday) of the
 * chain's zone, and of one member; null: no limit.
 */
public record BudgetLimits(
        @Nullable Long moneyMinor,
        @Nullable Long uses,
        @Nullable Integer usesPerMember,
        @Nullable Long moneyPerMemberMinor,
        @Nullable Long moneyPerDayMinor,
        @Nullable Long usesPerDay,
        @Nullable Long moneyPerWeekMinor,
        @Nullable Long usesPerWeek) {

    public static final BudgetLimits NONE = new BudgetLimits(null, null, null, null, null, null, null, null);
}
