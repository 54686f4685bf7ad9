/** Asks member-service for a store whose event has not arrived yet. */
@NullMarked
package io.mendian.order.store.client;

import org.jspecify.annotations.NullMarked;
