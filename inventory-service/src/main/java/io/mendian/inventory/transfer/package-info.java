/** Stock that moves between stores. */
@NullMarked
package io.mendian.inventory.transfer;

import org.jspecify.annotations.NullMarked;
