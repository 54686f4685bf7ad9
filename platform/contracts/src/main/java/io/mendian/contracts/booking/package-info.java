/** What booking-service says of seats and appointments (topic mendian.booking, key: booking). */
@NullMarked
package io.mendian.contracts.booking;

import org.jspecify.annotations.NullMarked;
