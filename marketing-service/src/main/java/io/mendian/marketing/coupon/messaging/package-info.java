/** Coupons that are given or taken back because something happened elsewhere. */
@NullMarked
package io.mendian.marketing.coupon.messaging;

import org.jspecify.annotations.NullMarked;
