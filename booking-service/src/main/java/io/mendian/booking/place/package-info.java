/** Copies of stores and services, as their owners publish them. */
@NullMarked
package io.mendian.booking.place;

import org.jspecify.annotations.NullMarked;
