/** Personal fields encrypted at rest, found by a blind index. */
@NullMarked
package io.mendian.runtime.crypto;

import org.jspecify.annotations.NullMarked;
