/** Comparing the payment provider's daily bill with our books. */
@NullMarked
package io.mendian.order.reconcile;

import org.jspecify.annotations.NullMarked;
