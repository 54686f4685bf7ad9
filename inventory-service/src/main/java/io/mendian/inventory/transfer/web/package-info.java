/** Transfers over HTTP. */
@NullMarked
package io.mendian.inventory.transfer.web;

import org.jspecify.annotations.NullMarked;
