/** A network receipt printer. */
@NullMarked
package io.mendian.simulators.printer;

import org.jspecify.annotations.NullMarked;
