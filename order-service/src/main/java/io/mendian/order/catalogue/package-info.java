/** What the chain sells: goods, services, cards, recharges and gifts, with their codes, barcodes and prices. */
@NullMarked
package io.mendian.order.catalogue;

import org.jspecify.annotations.NullMarked;
