/** Balances, the movement ledger and the documents that change them. */
@NullMarked
package io.mendian.inventory.stock;

import org.jspecify.annotations.NullMarked;
