/** Events about stores and services. */
@NullMarked
package io.mendian.booking.place.messaging;

import org.jspecify.annotations.NullMarked;
