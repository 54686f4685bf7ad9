/** Coupons: templates, the claim centre, codes, and every coupon's life from claim to use. */
@NullMarked
package io.mendian.marketing.coupon;

import org.jspecify.annotations.NullMarked;
