package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A weekly class; {@code sessionsMade} by the request that answers with it. */
public record SeriesView(
        String seriesId,
        StoreId storeId,
        SkuId serviceSkuId,
        String name,
        ClassKind kind,
        DayOfWeek weekday,
        LocalTime startTime,
        int durationMinutes,
        int capacity,
        @Nullable String coachId,
        @Nullable String roomId,
        LocalDate firstDate,
        @Nullable LocalDate lastDate,
        BookingRule rule,
        boolean walkIn,
        int sessionsMade) {

    static SeriesView of(SeriesRow row, int made) {
        return new SeriesView(
                Long.toString(row.id()),
                StoreId.of(row.storeId()),
                SkuId.of(row.serviceSkuId()),
                row.name(),
                row.classKind(),
                DayOfWeek.of(row.weekday()),
                LocalTime.ofSecondOfDay(row.startMinute() * 60L),
                row.durationMinutes(),
                row.capacity(),
                row.coachId() == null ? null : row.coachId().toString(),
                row.roomId() == null ? null : row.roomId().toString(),
                row.firstDate(),
                row.lastDate(),
                row.rule(),
                row.walkIn(),
                made);
    }
}
