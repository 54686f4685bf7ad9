package io.mendian.booking.bookings;

/** A seat in a class, or an appointment with a person. */
public enum BookingKind {
    CLASS,
    APPOINTMENT
}
