/** How the money of an order comes in: cash and WeChat Pay. */
@NullMarked
package io.mendian.order.payment;

import org.jspecify.annotations.NullMarked;
