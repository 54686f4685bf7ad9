/** Holds that are past their deadline: whose order still needs them is asked before anything is let go. */
@NullMarked
package io.mendian.runtime.hold;

import org.jspecify.annotations.NullMarked;
