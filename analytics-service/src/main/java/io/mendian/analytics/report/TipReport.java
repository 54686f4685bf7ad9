package io.mendian.analytics.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tips less those given back, in the smallest currency unit; they are in no figure of sales or money.
 *
 * @param byStaff for whom they are, most first, at most 200
 */
public record TipReport(long totalMinor, long cashMinor, long otherMinor, List<OfStaff> byStaff, List<OfDay> byDay) {

    /** What one person is owed or has; null: nobody was named. */
    public record OfStaff(@Nullable String staffId, long tips, long totalMinor, long cashMinor, long otherMinor) {}

    /** One person's tips of one business day of a store. */
    public record OfDay(
            LocalDate date, String storeId, @Nullable String staffId, long cashMinor, long otherMinor) {}
}
