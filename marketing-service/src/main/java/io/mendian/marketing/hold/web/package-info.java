/** Coupon holds over HTTP, for order-service. */
@NullMarked
package io.mendian.marketing.hold.web;

import org.jspecify.annotations.NullMarked;
