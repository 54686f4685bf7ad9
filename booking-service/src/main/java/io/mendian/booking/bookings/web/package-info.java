/** Seats and bookings over HTTP. */
@NullMarked
package io.mendian.booking.bookings.web;

import org.jspecify.annotations.NullMarked;
