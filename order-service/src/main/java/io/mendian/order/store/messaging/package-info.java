/** Store events in. */
@NullMarked
package io.mendian.order.store.messaging;

import org.jspecify.annotations.NullMarked;
