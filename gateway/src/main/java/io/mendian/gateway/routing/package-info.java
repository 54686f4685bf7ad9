/** Which service answers a path: read from the services' own API descriptions. */
@NullMarked
package io.mendian.gateway.routing;

import org.jspecify.annotations.NullMarked;
