package io.mendian.booking.timetable;

import io.mendian.booking.resource.Allocations;
import io.mendian.booking.timetable.OpenSeries.Plan;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes every date of a series from today on. Name and rules count at once; time, seats, coach and room only while no
 * coming session is booked. Dates with an exception keep it.
 */
@UseCase
public class ChangeSeries {

    private final TimetableMapper timetable;
    private final SeriesPlans plans;
    private final SessionMaker maker;
    private final Allocations allocations;
    private final Clock clock;

    ChangeSeries(
            TimetableMapper timetable, SeriesPlans plans, SessionMaker maker, Allocations allocations, Clock clock) {
        this.timetable = timetable;
        this.plans = plans;
        this.maker = maker;
        this.allocations = allocations;
        this.clock = clock;
    }

    @Transactional
    public SeriesView change(long seriesId, Plan plan) {
        SeriesRow known = timetable.lockSeries(seriesId);
        if (known == null || known.storeId() != plan.storeId().value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        SeriesRow changed = plans.row(seriesId, plan);
        timetable.changeSeries(changed);
        if (!known.hasShapeOf(changed)) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), maker.zoneOf(known));
            timetable.lockSessions(seriesId, today).stream()
                    .filter(session -> session.state() == SessionState.OPEN)
                    .forEach(this::remove);
        }
        return SeriesView.of(changed, plans.makeSessions(changed));
    }

    private void remove(SessionRow session) {
        if (timetable.deleteEmpty(session.id()) == 0) {
            throw TimetableProblem.SESSION_BOOKED.with("occupied", session.occupied(), "day", session.day());
        }
        allocations.free(session.id());
    }
}
