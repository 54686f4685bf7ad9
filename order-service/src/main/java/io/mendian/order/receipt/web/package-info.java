/** HTTP in of receipts and their printing. */
@NullMarked
package io.mendian.order.receipt.web;

import org.jspecify.annotations.NullMarked;
