package io.mendian.booking.bookings;

import java.util.EnumSet;
import java.util.Set;

/** The life of a booking. CHECKING_IN: the card is being asked; it goes back when the card refuses. */
public enum BookingStatus {
    BOOKED,
    CHECKING_IN,
    CHECKED_IN,
    CANCELLED;

    Set<BookingStatus> next() {
        return switch (this) {
            // straight to CHECKED_IN: two check-ins at once, the one was refused, the other was not
            case BOOKED -> EnumSet.of(CHECKING_IN, CHECKED_IN, CANCELLED);
            case CHECKING_IN -> EnumSet.of(BOOKED, CHECKED_IN);
            case CHECKED_IN, CANCELLED -> EnumSet.noneOf(BookingStatus.class);
        };
    }
}
