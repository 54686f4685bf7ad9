/** Do the books balance: the invariants of all services, run live. */
@NullMarked
package io.mendian.analytics.books;

import org.jspecify.annotations.NullMarked;
