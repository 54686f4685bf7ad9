/** Clocks, counters and statistics. */
@NullMarked
package io.mendian.bench.measure;

import org.jspecify.annotations.NullMarked;
