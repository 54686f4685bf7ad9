/** Events in. */
@NullMarked
package io.mendian.marketing.seat.messaging;

import org.jspecify.annotations.NullMarked;
