/** Automatic promotions: rules that apply without a coupon. */
@NullMarked
package io.mendian.marketing.promotion;

import org.jspecify.annotations.NullMarked;
