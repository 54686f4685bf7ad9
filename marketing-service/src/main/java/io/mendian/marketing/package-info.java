/** Prices and persuasion: coupons, promotions, and the one quote by which the chain charges. */
@NullMarked
package io.mendian.marketing;

import org.jspecify.annotations.NullMarked;
