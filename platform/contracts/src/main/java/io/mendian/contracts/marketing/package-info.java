/** What marketing-service says of coupons and group-buys (topic mendian.marketing, key: coupon or group). */
@NullMarked
package io.mendian.contracts.marketing;

import org.jspecify.annotations.NullMarked;
