/** The takeover of old sales over HTTP. */
@NullMarked
package io.mendian.order.history.web;

import org.jspecify.annotations.NullMarked;
