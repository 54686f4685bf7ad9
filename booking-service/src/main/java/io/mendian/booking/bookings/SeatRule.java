package io.mendian.booking.bookings;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.SessionState;
import io.mendian.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Whether a seat in a class can be had. */
final class SeatRule {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private SeatRule() {}

    /** Why not, or nothing; {@code occupied} counts those who came just before. */
    static Optional<ProblemException> refusal(Session session, boolean walkIn, int occupied, Instant now) {
        if (session.state() == SessionState.CANCELLED) {
            return Optional.of(BookingProblem.CLASS_CANCELLED.with());
        }
        Optional<ProblemException> time =
                walkIn ? Optional.empty() : tooEarlyOrLate(session.rule(), session.startsAt(), session.zone(), now);
        if (time.isPresent() || occupied < session.capacity()) {
            return time;
        }
        return Optional.of(BookingProblem.CLASS_FULL.with("capacity", session.capacity()));
    }

    static Optional<ProblemException> tooEarlyOrLate(BookingRule rule, Instant startsAt, ZoneId zone, Instant now) {
        if (now.isBefore(rule.opensAt(startsAt, zone))) {
            return Optional.of(BookingProblem.BOOKING_NOT_OPEN.with(
                    "opensAt", rule.opensAt(startsAt, zone).atZone(zone).format(SHOWN)));
        }
        if (now.isAfter(rule.closesAt(startsAt))) {
            return Optional.of(BookingProblem.BOOKING_CLOSED.with(
                    "closedAt", rule.closesAt(startsAt).atZone(zone).format(SHOWN)));
        }
        return Optional.empty();
    }
}
