/** What marketing-service says of coupons (topic mendian.marketing, key: coupon). */
@NullMarked
package io.mendian.contracts.marketing;

import org.jspecify.annotations.NullMarked;
