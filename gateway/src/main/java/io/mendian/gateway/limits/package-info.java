/** How many requests a caller may send. */
@NullMarked
package io.mendian.gateway.limits;

import org.jspecify.annotations.NullMarked;
