/** Products that the catalogue publishes. */
@NullMarked
package io.mendian.marketing.product.messaging;

import org.jspecify.annotations.NullMarked;
