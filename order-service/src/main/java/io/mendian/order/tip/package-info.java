/** Tips: left with a paid order, in no other figure. */
@NullMarked
package io.mendian.order.tip;

import org.jspecify.annotations.NullMarked;
