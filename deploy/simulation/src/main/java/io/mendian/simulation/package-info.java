/**
 * A deterministic simulation of the long processes: the real services, their SQL and their timers over a database, a bus, a
 * payment provider and a clock that belong to the simulation. One seed is one history.
 */
@NullMarked
package io.mendian.simulation;

import org.jspecify.annotations.NullMarked;
