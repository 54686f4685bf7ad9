package io.mendian.booking.timetable;

import io.mendian.booking.BookingProperties;
import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.resource.ResourceKind;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Puts a weekly class on the timetable with its sessions of the next weeks, or refuses it when coach or room is taken. */
@UseCase
public class OpenSeries {

    private final TimetableMapper timetable;
    private final SessionMaker maker;
    private final PlaceQueries places;
    private final ResourceQueries resources;
    private final BookingProperties properties;

    OpenSeries(
            TimetableMapper timetable,
            SessionMaker maker,
            PlaceQueries places,
            ResourceQueries resources,
            BookingProperties properties) {
        this.timetable = timetable;
        this.maker = maker;
        this.places = places;
        this.resources = resources;
        this.properties = properties;
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
        int serviceMinutes =
                (int) places.requireService(plan.serviceSkuId()).duration().toMinutes();
        requireKind(plan.coachId(), plan.storeId(), true);
        requireKind(plan.roomId(), plan.storeId(), false);
        BookingRule rule = plan.rule();
        SeriesRow series = new SeriesRow(
                Ids.next(),
                plan.storeId().value(),
                plan.serviceSkuId().value(),
                plan.name(),
                plan.kind(),
                plan.weekday().getValue(),
                plan.startTime().toSecondOfDay() / 60,
                plan.durationMinutes() == null ? serviceMinutes : plan.durationMinutes(),
                plan.capacity(),
                plan.coachId(),
                plan.roomId(),
                plan.firstDate(),
                plan.lastDate(),
                rule.opensDaysBefore(),
                rule.closesMinutesBefore(),
                rule.cancelMinutesBefore(),
                plan.walkIn(),
                rule.cardUse());
        timetable.insertSeries(series);
        int made = 0;
        for (LocalDate day : maker.missingDays(series, properties.weeksAhead())) {
            makeOrRefuse(series, day);
            made++;
        }
        return SeriesView.of(series, made);
    }

    private void makeOrRefuse(SeriesRow series, LocalDate day) {
        try {
            maker.make(series, day);
        } catch (ProblemException taken) {
            throw TimetableProblem.CLASS_CONFLICT.with("day", day);
        }
    }

    private void requireKind(@Nullable Long resourceId, StoreId store, boolean staff) {
        if (resourceId != null && (resources.require(resourceId, store).kind() == ResourceKind.STAFF) != staff) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "a coach is STAFF, a room is not");
        }
    }
}
