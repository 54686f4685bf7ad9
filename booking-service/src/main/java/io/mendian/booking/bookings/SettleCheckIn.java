package io.mendian.booking.bookings;

import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Ends what {@link ArriveForBooking} began: attended, or booked as before because the card refused. */
@UseCase
public class SettleCheckIn {

    private final BookingMapper mapper;
    private final Bookings bookings;

    SettleCheckIn(BookingMapper mapper, Bookings bookings) {
        this.mapper = mapper;
        this.bookings = bookings;
    }

    /** Empty: the booking was cancelled meanwhile, and what the card paid has to go back. */
    @Transactional
    public Optional<BookingView> attended(long id, @Nullable String cardId, @Nullable Long usesLeft) {
        return bookings.checkIn(id, cardId, usesLeft);
    }

    @Transactional
    public void refused(long id) {
        mapper.backToBooked(id);
    }

    /** Bookings whose check-in stopped half way, as they are. */
    @Transactional(readOnly = true)
    public List<ArriveForBooking.Arrived> stuck(Instant before, int limit) {
        return mapper.stuck(before, limit).stream()
                .map(mapper::selectById)
                .filter(row -> row != null)
                .map(row -> new ArriveForBooking.Arrived(bookings.view(row), row.cardUse()))
                .toList();
    }
}
