/** Coupons held for a checkout: hold, then confirm, release or expire. */
@NullMarked
package io.mendian.marketing.hold;

import org.jspecify.annotations.NullMarked;
