package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Puts a weekly class on the timetable with its sessions of the next weeks, or refuses it when coach or room is taken. */
@UseCase
public class OpenSeries {

    private final TimetableMapper timetable;
    private final SeriesPlans plans;

    OpenSeries(TimetableMapper timetable, SeriesPlans plans) {
        this.timetable = timetable;
        this.plans = plans;
    }

    /** A class every week. Without a duration it takes as long as its service. */
    public record Plan(
            StoreId storeId,
            SkuId serviceSkuId,
            String name,
            ClassKind kind,
            DayOfWeek weekday,
            LocalTime startTime,
            @Nullable Integer durationMinutes,
            int capacity,
            @Nullable Long coachId,
            @Nullable Long roomId,
            LocalDate firstDate,
            @Nullable LocalDate lastDate,
            BookingRule rule,
            boolean walkIn) {}

    @Transactional
    public SeriesView open(Plan plan) {
        SeriesRow series = plans.row(Ids.next(), plan);
        timetable.insertSeries(series);
        return SeriesView.of(series, plans.makeSessions(series));
    }
}
