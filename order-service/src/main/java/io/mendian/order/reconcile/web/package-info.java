/** HTTP in of the comparison with the provider's bills. */
@NullMarked
package io.mendian.order.reconcile.web;

import org.jspecify.annotations.NullMarked;
