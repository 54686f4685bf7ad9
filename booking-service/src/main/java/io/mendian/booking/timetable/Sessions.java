package io.mendian.booking.timetable;

import io.mendian.booking.resource.Allocations;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sessions and their seats; the guard on the number of seats is in the statement. */
@Component
public class Sessions {

    private final TimetableMapper timetable;
    private final Allocations allocations;

    Sessions(TimetableMapper timetable, Allocations allocations) {
        this.timetable = timetable;
        this.allocations = allocations;
    }

    public Session require(long id) {
        SessionRow row = timetable.findSession(id);
        if (row == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return session(row);
    }

    /** Takes a seat; false when the class is full or no longer open. */
    public boolean occupy(long id) {
        return timetable.occupy(id) == 1;
    }

    public void vacate(long id) {
        if (timetable.vacate(id) != 1) {
            throw new IllegalStateException("session " + id + " has no seat taken");
        }
    }

    /** Cancels a session and frees coach and room; false when it was cancelled before. Its seats are freed by their bookings. */
    public boolean cancel(Session session) {
        SessionRow row = Objects.requireNonNull(timetable.lockSession(session.id()));
        if (timetable.cancel(row.id()) == 0) {
            return false;
        }
        allocations.free(row.id());
        timetable.putException(new ExceptionRow(row.seriesId(), row.day(), true, null, null, null, null));
        return true;
    }

    private Session session(SessionRow row) {
        SeriesRow series = Objects.requireNonNull(timetable.findSeries(row.seriesId()));
        return new Session(
                row.id(),
                series.name(),
                StoreId.of(row.storeId()),
                SkuId.of(row.serviceSkuId()),
                row.day(),
                row.coachId(),
                row.roomId(),
                row.startsAt(),
                row.endsAt(),
                row.capacity(),
                row.occupied(),
                row.state(),
                series.rule(),
                series.walkIn());
    }
}
