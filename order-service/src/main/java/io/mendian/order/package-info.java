/** The order service: what is sold and paid. */
@NullMarked
package io.mendian.order;

import org.jspecify.annotations.NullMarked;
