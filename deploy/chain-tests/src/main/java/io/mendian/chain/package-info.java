/** The whole platform, used as its users use it: through the gateway, while parts of it are killed. */
@NullMarked
package io.mendian.chain;

import org.jspecify.annotations.NullMarked;
