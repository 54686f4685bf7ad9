/** Holds of a checkout: placed, confirmed, released, expired; shortages when a hold came too late. */
@NullMarked
package io.mendian.inventory.hold;

import org.jspecify.annotations.NullMarked;
