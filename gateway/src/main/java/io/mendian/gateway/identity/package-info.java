/** Opaque tokens outside, sixty-second internal tokens inside. */
@NullMarked
package io.mendian.gateway.identity;

import org.jspecify.annotations.NullMarked;
