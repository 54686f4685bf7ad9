/** A repeated request has one effect and gets the same answer. */
@NullMarked
package io.mendian.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
