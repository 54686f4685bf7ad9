package io.mendian.marketing.budget;

import org.jspecify.annotations.Nullable;

/** The most a promotion may cost, the most orders it may serve, and how many of one member; null: no limit. */
public record BudgetLimits(
        @Nullable Long moneyMinor,
        @Nullable Long uses,
        @Nullable Integer usesPerMember) {}
