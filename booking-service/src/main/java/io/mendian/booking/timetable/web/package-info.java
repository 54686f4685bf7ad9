/** The timetable over HTTP. */
@NullMarked
package io.mendian.booking.timetable.web;

import org.jspecify.annotations.NullMarked;
