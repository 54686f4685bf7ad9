/** Holds that end because an order was paid, cancelled or refunded. */
@NullMarked
package io.mendian.marketing.hold.messaging;

import org.jspecify.annotations.NullMarked;
