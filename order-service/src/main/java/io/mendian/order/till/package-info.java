/** The till: parked sales and the close of the business day. */
@NullMarked
package io.mendian.order.till;

import org.jspecify.annotations.NullMarked;
