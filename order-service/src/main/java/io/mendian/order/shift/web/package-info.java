/** HTTP in of tills and shifts. */
@NullMarked
package io.mendian.order.shift.web;

import org.jspecify.annotations.NullMarked;
