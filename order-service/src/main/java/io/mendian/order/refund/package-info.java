/** How money, points and pieces go back. */
@NullMarked
package io.mendian.order.refund;

import org.jspecify.annotations.NullMarked;
