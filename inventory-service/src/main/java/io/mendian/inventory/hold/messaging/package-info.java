/** What orders tell us. */
@NullMarked
package io.mendian.inventory.hold.messaging;

import org.jspecify.annotations.NullMarked;
