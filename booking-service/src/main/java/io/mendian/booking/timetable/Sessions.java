package io.mendian.booking.timetable;

import io.mendian.booking.resource.Allocations;
import io.mendian.runtime.problem.CommonProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sessions and their seats; the guard on the number of seats is in the statement. */
@Component
public class Sessions {

    private final TimetableMapper timetable;
    private final SessionReader reader;
    private final SeatCounts seatCounts;
    private final Allocations allocations;

    Sessions(TimetableMapper timetable, SessionReader reader, SeatCounts seatCounts, Allocations allocations) {
        this.timetable = timetable;
        this.reader = reader;
        this.seatCounts = seatCounts;
        this.allocations = allocations;
    }

    public Session require(long id) {
        return reader.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Those of them that there are, in one statement. */
    public Map<Long, Session> find(Collection<Long> ids) {
        Map<Long, Session> found = new HashMap<>();
        reader.find(ids).forEach(session -> found.put(session.id(), session));
        return found;
    }

    /** Takes so many seats in each class in one statement; throws when one of them has not so many left or is closed. */
    public void occupyAll(Map<Long, Integer> seats) {
        if (seatCounts.occupy(seats) != seats.size()) {
            throw new IllegalStateException("a class was filled or cancelled meanwhile");
        }
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
}
