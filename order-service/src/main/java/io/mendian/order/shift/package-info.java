/** Tills and their shifts: the drawer's ledger, X and Z reports, and the money figures of a shift or a day. */
@NullMarked
package io.mendian.order.shift;

import org.jspecify.annotations.NullMarked;
