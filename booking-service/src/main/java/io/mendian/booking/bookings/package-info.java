/** Bookings: seats of class sessions, and what is common to every booking. */
@NullMarked
package io.mendian.booking.bookings;

import org.jspecify.annotations.NullMarked;
