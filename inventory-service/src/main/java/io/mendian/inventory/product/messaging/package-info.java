/** Events about SKUs and stores. */
@NullMarked
package io.mendian.inventory.product.messaging;

import org.jspecify.annotations.NullMarked;
