package io.mendian.marketing.budget;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The spans that have budgets of their own; days are the chain's, weeks begin on Monday. */
enum Period {
    DAY,
    WEEK;

    LocalDate beginOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    @Nullable
    Long money(PromotionBudgetRow budget) {
        return switch (this) {
            case DAY -> budget.limitDayMinor();
            case WEEK -> budget.limitWeekMinor();
        };
    }

    @Nullable
    Long uses(PromotionBudgetRow budget) {
        return switch (this) {
            case DAY -> budget.limitDayUses();
            case WEEK -> budget.limitWeekUses();
        };
    }
}
