/** The invariants of a service's tables, run live; a service only lists them. */
@NullMarked
package io.mendian.runtime.books;

import org.jspecify.annotations.NullMarked;
