/** A copy of the stores, kept from the events of member-service. */
@NullMarked
package io.mendian.order.store;

import org.jspecify.annotations.NullMarked;
