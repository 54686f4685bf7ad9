/** HTTP in of payments and the provider's notifications. */
@NullMarked
package io.mendian.order.payment.web;

import org.jspecify.annotations.NullMarked;
