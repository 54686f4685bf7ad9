/** Errors that a person can act on, as RFC 9457 problem+json. */
@NullMarked
package io.mendian.runtime.problem;

import org.jspecify.annotations.NullMarked;
