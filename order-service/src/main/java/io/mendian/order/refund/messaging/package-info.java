/** Events in. */
@NullMarked
package io.mendian.order.refund.messaging;

import org.jspecify.annotations.NullMarked;
