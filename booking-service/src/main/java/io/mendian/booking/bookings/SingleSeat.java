package io.mendian.booking.bookings;

import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.Sessions;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** One seat in a transaction of its own: the way of a member who meets no other, of a walk-in, and when a batch failed. */
@UseCase
class SingleSeat {

    private final BookingMapper mapper;
    private final Sessions sessions;
    private final Bookings bookings;
    private final Clock clock;

    SingleSeat(BookingMapper mapper, Sessions sessions, Bookings bookings, Clock clock) {
        this.mapper = mapper;
        this.sessions = sessions;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** The seat is taken last, for its row is the one that everybody wants. */
    @Transactional
    void take(SeatWish wish) {
        BookingRow known = mapper.selectById(wish.bookingId());
        if (known != null && wish.isOf(known)) {
            wish.grant(bookings.view(known));
            return;
        }
        Session session = sessions.require(wish.sessionId());
        refuse(session, wish, session.occupied());
        try {
            wish.grant(bookings.make(Bookings.New.seat(session, wish)));
        } catch (DuplicateKeyException e) {
            throw BookingProblem.ALREADY_BOOKED.with();
        }
        if (!sessions.occupy(wish.sessionId())) {
            // full or cancelled since it was read, whatever a snapshot still says
            Session now = sessions.require(wish.sessionId());
            refuse(now, wish, now.capacity());
        }
    }

    private void refuse(Session session, SeatWish wish, int occupied) {
        SeatRule.refusal(session, wish.walkIn(), occupied, clock.instant()).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
