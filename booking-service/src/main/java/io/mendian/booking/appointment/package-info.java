/** Appointments: slots that are offered, and one person in one chair at a time. */
@NullMarked
package io.mendian.booking.appointment;

import org.jspecify.annotations.NullMarked;
