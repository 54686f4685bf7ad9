/** Stock over HTTP. */
@NullMarked
package io.mendian.inventory.stock.web;

import org.jspecify.annotations.NullMarked;
