/** The clock and the timers. */
@NullMarked
package io.mendian.runtime.time;

import org.jspecify.annotations.NullMarked;
