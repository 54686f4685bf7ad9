/** The benchmarks themselves. */
@NullMarked
package io.mendian.bench.run;

import org.jspecify.annotations.NullMarked;
