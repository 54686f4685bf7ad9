/** The front page, what runs, and the API documentation. */
@NullMarked
package io.mendian.gateway.front;

import org.jspecify.annotations.NullMarked;
