/** Alerts over HTTP. */
@NullMarked
package io.mendian.inventory.alert.web;

import org.jspecify.annotations.NullMarked;
