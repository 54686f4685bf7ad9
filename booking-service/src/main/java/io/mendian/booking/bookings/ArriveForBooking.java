package io.mendian.booking.bookings;

import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.Sessions;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the booking for which a member has come and keeps it from being cancelled while his card is asked. A walk-in gets
 * a seat here if the class allows it. Empty: there is nothing booked.
 */
@UseCase
public class ArriveForBooking {

    private final BookingMapper mapper;
    private final Bookings bookings;
    private final SingleSeat seats;
    private final Sessions sessions;
    private final Clock clock;

    ArriveForBooking(BookingMapper mapper, Bookings bookings, SingleSeat seats, Sessions sessions, Clock clock) {
        this.mapper = mapper;
        this.bookings = bookings;
        this.seats = seats;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who came, and for what if he said.
     *
     * @param walkInId the id a walk-in's booking gets; the same for every retry
     * @param startsUntil the latest beginning of what he can have come for
     */
    public record Arrival(
            MemberKey memberKey,
            StoreId storeId,
            @Nullable Long bookingId,
            @Nullable Long sessionId,
            long walkInId,
            Instant startsUntil) {}

    /** A booking and whether a card is to be asked. */
    public record Arrived(BookingView booking, boolean cardUse) {}

    @Transactional
    public Optional<Arrived> arrive(Arrival arrival) {
        BookingRow row = find(arrival);
        if (row == null) {
            return Optional.empty();
        }
        if (row.state() == BookingStatus.CANCELLED) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (row.state() == BookingStatus.BOOKED) {
            mapper.beginCheckIn(row.id(), clock.instant());
        }
        BookingRow arrived = Objects.requireNonNull(mapper.lock(row.id()));
        return Optional.of(new Arrived(bookings.view(arrived), arrived.cardUse()));
    }

    private @Nullable BookingRow find(Arrival arrival) {
        if (arrival.bookingId() != null) {
            BookingRow row = mapper.lock(arrival.bookingId());
            if (row == null
                    || row.storeId() != arrival.storeId().value()
                    || row.memberKey() != arrival.memberKey().value()) {
                throw CommonProblem.NOT_FOUND.with();
            }
            return row;
        }
        if (arrival.sessionId() != null) {
            return seat(arrival, arrival.sessionId());
        }
        return mapper.lockCurrent(
                arrival.memberKey().value(), arrival.storeId().value(), arrival.startsUntil(), clock.instant());
    }

    private @Nullable BookingRow seat(Arrival arrival, long sessionId) {
        Session session = sessions.require(sessionId);
        if (!session.storeId().equals(arrival.storeId())) {
            throw CommonProblem.NOT_FOUND.with();
        }
        BookingRow row = mapper.lockSeat(sessionId, arrival.memberKey().value());
        Instant now = clock.instant();
        boolean inTime = !session.startsAt().isAfter(arrival.startsUntil())
                && session.endsAt().isAfter(now);
        if (row == null && session.walkIn() && inTime) {
            seats.take(new SeatWish(arrival.walkInId(), sessionId, arrival.memberKey(), true));
            row = mapper.lock(arrival.walkInId());
        }
        return row;
    }
}
