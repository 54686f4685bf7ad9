/** The one HTTP door of all simulators: routes, requests, answers and the faults of the transport. */
@NullMarked
package io.mendian.simulators.http;

import org.jspecify.annotations.NullMarked;
