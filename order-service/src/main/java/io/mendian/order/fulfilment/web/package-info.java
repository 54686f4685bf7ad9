/** HTTP in of handing goods over. */
@NullMarked
package io.mendian.order.fulfilment.web;

import org.jspecify.annotations.NullMarked;
