/** Spring auto-configuration shared by the six services; holds no business rule. */
@NullMarked
package io.mendian.runtime;

import org.jspecify.annotations.NullMarked;
