/** Coupons over HTTP. */
@NullMarked
package io.mendian.marketing.coupon.web;

import org.jspecify.annotations.NullMarked;
