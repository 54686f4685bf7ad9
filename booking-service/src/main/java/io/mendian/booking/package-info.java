/** When and who: resources, shifts, classes, appointments and check-in. */
@NullMarked
package io.mendian.booking;

import org.jspecify.annotations.NullMarked;
