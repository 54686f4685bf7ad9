/** What inventory-service says of stock (topic mendian.stock, key: store and SKU). */
@NullMarked
package io.mendian.contracts.inventory;

import org.jspecify.annotations.NullMarked;
