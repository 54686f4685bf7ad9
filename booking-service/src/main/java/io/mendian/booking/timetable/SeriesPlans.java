package io.mendian.booking.timetable;

import io.mendian.booking.BookingProperties;
import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.resource.ResourceKind;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.booking.timetable.OpenSeries.Plan;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a plan into a series whose service, coach and room exist, and makes its sessions of the next weeks. */
@Component
class SeriesPlans {

    private final SessionMaker maker;
    private final PlaceQueries places;
    private final ResourceQueries resources;
    private final BookingProperties properties;

    SeriesPlans(SessionMaker maker, PlaceQueries places, ResourceQueries resources, BookingProperties properties) {
        this.maker = maker;
        this.places = places;
        this.resources = resources;
        this.properties = properties;
    }

    SeriesRow row(long id, Plan plan) {
        int serviceMinutes =
                (int) places.requireService(plan.serviceSkuId()).duration().toMinutes();
        requireKind(plan.coachId(), plan.storeId(), true);
        requireKind(plan.roomId(), plan.storeId(), false);
        BookingRule rule = plan.rule();
        return new SeriesRow(
                id,
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
    }

    /** Gives how many were made; throws when coach or room is taken on one of the days. */
    int makeSessions(SeriesRow series) {
        int made = 0;
        for (LocalDate day : maker.missingDays(series, properties.weeksAhead())) {
            try {
                maker.make(series, day);
            } catch (ProblemException taken) {
                throw TimetableProblem.CLASS_CONFLICT.with("day", day);
            }
            made++;
        }
        return made;
    }

    private void requireKind(@Nullable Long resourceId, StoreId store, boolean staff) {
        if (resourceId != null && (resources.require(resourceId, store).kind() == ResourceKind.STAFF) != staff) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "a coach is STAFF, a room is not");
        }
    }
}
