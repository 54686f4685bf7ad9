/** What recharges give on top: bonus in instalments, points, coupons, punch cards; each once, and stopped by a refund. */
@NullMarked
package io.mendian.member.rechargegift;

import org.jspecify.annotations.NullMarked;
