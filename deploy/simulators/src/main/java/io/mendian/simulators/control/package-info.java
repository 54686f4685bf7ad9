/** The control interface under /_sim/ for tests and the demo; no provider has it. */
@NullMarked
package io.mendian.simulators.control;

import org.jspecify.annotations.NullMarked;
