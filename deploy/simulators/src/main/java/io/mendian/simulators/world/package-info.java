/** What all simulators share: a movable clock, the append-only journal and the fault switches. */
@NullMarked
package io.mendian.simulators.world;

import org.jspecify.annotations.NullMarked;
