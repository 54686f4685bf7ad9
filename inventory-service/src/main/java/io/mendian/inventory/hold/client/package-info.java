/** What the holds ask of other services. */
@NullMarked
package io.mendian.inventory.hold.client;

import org.jspecify.annotations.NullMarked;
