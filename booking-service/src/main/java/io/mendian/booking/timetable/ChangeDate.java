package io.mendian.booking.timetable;

import io.mendian.booking.BookingProperties;
import io.mendian.booking.resource.Allocations;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Makes one date of a series different, as long as nobody has booked it. */
@UseCase
public class ChangeDate {

    private final TimetableMapper timetable;
    private final SessionMaker maker;
    private final Allocations allocations;
    private final BookingProperties properties;

    ChangeDate(TimetableMapper timetable, SessionMaker maker, Allocations allocations, BookingProperties properties) {
        this.timetable = timetable;
        this.maker = maker;
        this.allocations = allocations;
        this.properties = properties;
    }

    /** What differs; null: as in the series. */
    public record Difference(
            boolean cancelled,
            @Nullable LocalTime startTime,
            @Nullable Integer capacity,
            @Nullable Long coachId,
            @Nullable Long roomId) {}

    @Transactional
    public void change(long seriesId, StoreId store, LocalDate day, Difference difference) {
        SeriesRow series = timetable.lockSeries(seriesId);
        if (series == null || series.storeId() != store.value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (!series.runsOn(day)) {
            throw TimetableProblem.NOT_A_DAY_OF_THE_SERIES.with("day", day);
        }
        timetable.lockSessions(seriesId, day).stream()
                .filter(session -> session.day().equals(day))
                .forEach(this::remove);
        LocalTime start = difference.startTime();
        timetable.putException(new ExceptionRow(
                seriesId,
                day,
                difference.cancelled(),
                start == null ? null : start.toSecondOfDay() / 60,
                difference.capacity(),
                difference.coachId(),
                difference.roomId()));
        if (maker.missingDays(series, properties.weeksAhead()).contains(day)) {
            makeOrRefuse(series, day);
        }
    }

    private void makeOrRefuse(SeriesRow series, LocalDate day) {
        try {
            maker.make(series, day);
        } catch (ProblemException taken) {
            throw TimetableProblem.CLASS_CONFLICT.with("day", day);
        }
    }

    private void remove(SessionRow session) {
        if (timetable.deleteEmpty(session.id()) == 0) {
            throw TimetableProblem.SESSION_BOOKED.with("occupied", session.occupied());
        }
        allocations.free(session.id());
    }
}
