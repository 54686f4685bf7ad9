/** The invariants of this service's tables, run live. */
@NullMarked
package io.mendian.order.books;

import org.jspecify.annotations.NullMarked;
