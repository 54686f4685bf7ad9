/** The benchmarks of {@code deploy/bench}: what is measured, against what, and how it is told. */
@NullMarked
package io.mendian.bench;

import org.jspecify.annotations.NullMarked;
