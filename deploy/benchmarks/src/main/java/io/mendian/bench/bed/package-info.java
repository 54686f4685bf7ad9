/** The chain that is measured, and the people who use it. */
@NullMarked
package io.mendian.bench.bed;

import org.jspecify.annotations.NullMarked;
