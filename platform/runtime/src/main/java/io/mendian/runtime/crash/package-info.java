/** Named points at which a test may kill the process. */
@NullMarked
package io.mendian.runtime.crash;

import org.jspecify.annotations.NullMarked;
