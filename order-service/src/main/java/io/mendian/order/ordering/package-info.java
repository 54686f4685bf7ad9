/** From a basket to a paid or cancelled order. */
@NullMarked
package io.mendian.order.ordering;

import org.jspecify.annotations.NullMarked;
