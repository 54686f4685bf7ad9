/** Appointments over HTTP. */
@NullMarked
package io.mendian.booking.appointment.web;

import org.jspecify.annotations.NullMarked;
