/** Invariants of the tables, run live. */
@NullMarked
package io.mendian.inventory.books;

import org.jspecify.annotations.NullMarked;
