package io.mendian.booking.bookings;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.SessionState;
import io.mendian.booking.timetable.Sessions;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Takes a seat in a class for a member, once per class, as long as one is left. */
@UseCase
public class BookSeat {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Sessions sessions;
    private final Bookings bookings;
    private final Clock clock;

    BookSeat(Sessions sessions, Bookings bookings, Clock clock) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * The seat is taken last, for its row is the one that everybody wants.
     *
     * @param walkIn the member stands at the door: the rule's times do not count
     */
    @Transactional
    public BookingView book(long bookingId, long sessionId, MemberKey member, boolean walkIn) {
        Session session = sessions.require(sessionId);
        if (!walkIn) {
            requireOpen(session);
        }
        if (session.occupied() >= session.capacity()) {
            throw refusal(session);
        }
        BookingView made;
        try {
            made = bookings.make(new Bookings.New(
                    bookingId,
                    BookingKind.CLASS,
                    session.storeId(),
                    member,
                    session.serviceSkuId(),
                    session.serviceName(),
                    sessionId,
                    session.coach(),
                    session.room(),
                    new TimeSlot(session.startsAt(), session.endsAt()),
                    session.rule().cancelUntil(session.startsAt()),
                    session.rule().cardUse(),
                    walkIn));
        } catch (DuplicateKeyException e) {
            throw BookingProblem.ALREADY_BOOKED.with();
        }
        if (!sessions.occupy(sessionId)) {
            throw refusal(sessions.require(sessionId));
        }
        return made;
    }

    private void requireOpen(Session session) {
        if (session.state() == SessionState.CANCELLED) {
            throw BookingProblem.CLASS_CANCELLED.with();
        }
        requireOpen(session.rule(), session.startsAt(), session.zone(), clock.instant());
    }

    /** Refuses what is booked too early or too late, and says when it can be. */
    public static void requireOpen(BookingRule rule, Instant startsAt, ZoneId zone, Instant now) {
        if (now.isBefore(rule.opensAt(startsAt, zone))) {
            throw BookingProblem.BOOKING_NOT_OPEN.with(
                    "opensAt", rule.opensAt(startsAt, zone).atZone(zone).format(SHOWN));
        }
        if (now.isAfter(rule.closesAt(startsAt))) {
            throw BookingProblem.BOOKING_CLOSED.with(
                    "closedAt", rule.closesAt(startsAt).atZone(zone).format(SHOWN));
        }
    }

    private static ProblemException refusal(Session session) {
        return session.state() == SessionState.CANCELLED
                ? BookingProblem.CLASS_CANCELLED.with()
                : BookingProblem.CLASS_FULL.with("capacity", session.capacity());
    }
}
