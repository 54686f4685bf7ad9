/** The one door: routing, identity, limits, and the front page. */
@NullMarked
package io.mendian.gateway;

import org.jspecify.annotations.NullMarked;
