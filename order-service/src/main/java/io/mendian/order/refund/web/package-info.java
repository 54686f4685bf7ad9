/** HTTP in of refunds. */
@NullMarked
package io.mendian.order.refund.web;

import org.jspecify.annotations.NullMarked;
