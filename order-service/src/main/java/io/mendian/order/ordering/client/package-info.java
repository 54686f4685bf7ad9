/** What checkout asks of the other services. */
@NullMarked
package io.mendian.order.ordering.client;

import org.jspecify.annotations.NullMarked;
