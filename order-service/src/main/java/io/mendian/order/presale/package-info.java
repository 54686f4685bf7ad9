/** Pre-sales: a deposit now, the balance within a window; who breaks the bargain bears what the law says. */
@NullMarked
package io.mendian.order.presale;

import org.jspecify.annotations.NullMarked;
