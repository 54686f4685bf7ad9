/** Weekly class series, their exceptions and the sessions made from them. */
@NullMarked
package io.mendian.booking.timetable;

import org.jspecify.annotations.NullMarked;
