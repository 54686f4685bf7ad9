/** Copies of SKUs and stores, as their owners publish them. */
@NullMarked
package io.mendian.inventory.product;

import org.jspecify.annotations.NullMarked;
