/** HTTP in of quotes and orders. */
@NullMarked
package io.mendian.order.ordering.web;

import org.jspecify.annotations.NullMarked;
