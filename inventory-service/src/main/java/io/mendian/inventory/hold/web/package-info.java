/** Holds over HTTP, for other services. */
@NullMarked
package io.mendian.inventory.hold.web;

import org.jspecify.annotations.NullMarked;
