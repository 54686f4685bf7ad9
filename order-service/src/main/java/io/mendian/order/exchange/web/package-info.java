/** Exchange offers over HTTP. */
@NullMarked
package io.mendian.order.exchange.web;

import org.jspecify.annotations.NullMarked;
