/** What refunds ask of the other services. */
@NullMarked
package io.mendian.order.refund.client;

import org.jspecify.annotations.NullMarked;
