/** The kinds of benefit that a coupon or a promotion may give, one small class each, found by Spring. */
@NullMarked
package io.mendian.marketing.benefit;

import org.jspecify.annotations.NullMarked;
