/** HTTP in of the till. */
@NullMarked
package io.mendian.order.till.web;

import org.jspecify.annotations.NullMarked;
