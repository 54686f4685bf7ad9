/** Receipts: a neutral model, rendered as text, HTML, PNG and ESC/POS, printed by network printers. */
@NullMarked
package io.mendian.order.receipt;

import org.jspecify.annotations.NullMarked;
