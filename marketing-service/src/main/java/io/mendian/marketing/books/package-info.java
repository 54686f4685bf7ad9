/** The invariants of this service's tables, run live. */
@NullMarked
package io.mendian.marketing.books;

import org.jspecify.annotations.NullMarked;
