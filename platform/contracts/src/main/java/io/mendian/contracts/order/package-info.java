/** What order-service says of orders (topic mendian.order, key: order), the catalogue (mendian.catalogue, key: SKU) and the till (mendian.till, key: store). */
@NullMarked
package io.mendian.contracts.order;

import org.jspecify.annotations.NullMarked;
