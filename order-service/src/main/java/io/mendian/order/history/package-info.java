/** Sales of an old till, taken over once and counted as orders with their original dates and amounts. */
@NullMarked
package io.mendian.order.history;

import org.jspecify.annotations.NullMarked;
