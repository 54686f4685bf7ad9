/** Check-in by member code, paid by one use of a card. */
@NullMarked
package io.mendian.booking.checkin;

import org.jspecify.annotations.NullMarked;
