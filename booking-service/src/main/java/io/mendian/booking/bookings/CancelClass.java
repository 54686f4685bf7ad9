package io.mendian.booking.bookings;

import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.Sessions;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import org.springframework.transaction.annotation.Transactional;

/** Cancels one session and every booking of it. */
@UseCase
public class CancelClass {

    private final BookingMapper mapper;
    private final Sessions sessions;
    private final CancelBooking cancelBooking;

    CancelClass(BookingMapper mapper, Sessions sessions, CancelBooking cancelBooking) {
        this.mapper = mapper;
        this.sessions = sessions;
        this.cancelBooking = cancelBooking;
    }

    @Transactional
    public void cancel(long sessionId, StoreId store) {
        Session session = sessions.require(sessionId);
        if (!session.storeId().equals(store)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (sessions.cancel(session)) {
            mapper.booked(sessionId)
                    .forEach(id -> cancelBooking.cancel(id, CancelBooking.Reason.CLASS_CANCELLED, any -> true));
        }
    }
}
