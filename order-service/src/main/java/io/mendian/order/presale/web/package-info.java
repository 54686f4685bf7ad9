/** HTTP in of pre-sales. */
@NullMarked
package io.mendian.order.presale.web;

import org.jspecify.annotations.NullMarked;
