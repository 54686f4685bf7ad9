/** Goods for points, with or without cash on top. */
@NullMarked
package io.mendian.order.exchange;

import org.jspecify.annotations.NullMarked;
