/** Handing goods over: pickup, delivery, and who receives them. */
@NullMarked
package io.mendian.order.fulfilment;

import org.jspecify.annotations.NullMarked;
