/** Points for coupons: the catalogue, and redemptions that take points and give a coupon, both or neither. */
@NullMarked
package io.mendian.member.redeem;

import org.jspecify.annotations.NullMarked;
