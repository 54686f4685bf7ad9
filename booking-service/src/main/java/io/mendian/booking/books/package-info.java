/** Invariants of the tables, run live. */
@NullMarked
package io.mendian.booking.books;

import org.jspecify.annotations.NullMarked;
