/** Check-in over HTTP. */
@NullMarked
package io.mendian.booking.checkin.web;

import org.jspecify.annotations.NullMarked;
