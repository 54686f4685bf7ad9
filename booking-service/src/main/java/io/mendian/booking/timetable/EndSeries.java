package io.mendian.booking.timetable;

import io.mendian.booking.resource.Allocations;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;

/** Lets a series end; sessions after its last date go, and a booked one refuses the whole. A new series may follow it. */
@UseCase
public class EndSeries {

    private final TimetableMapper timetable;
    private final Allocations allocations;

    EndSeries(TimetableMapper timetable, Allocations allocations) {
        this.timetable = timetable;
        this.allocations = allocations;
    }

    @Transactional
    public void end(long seriesId, StoreId store, LocalDate lastDate) {
        SeriesRow series = timetable.lockSeries(seriesId);
        if (series == null || series.storeId() != store.value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        for (SessionRow session : timetable.lockSessions(seriesId, lastDate.plusDays(1))) {
            boolean open = session.state() == SessionState.OPEN;
            if (open && timetable.deleteEmpty(session.id()) == 0) {
                throw TimetableProblem.SESSION_BOOKED.with("occupied", session.occupied());
            }
            allocations.free(session.id());
        }
        timetable.endSeries(seriesId, lastDate);
    }
}
