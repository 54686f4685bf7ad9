/** HTTP in of tips. */
@NullMarked
package io.mendian.order.tip.web;

import org.jspecify.annotations.NullMarked;
