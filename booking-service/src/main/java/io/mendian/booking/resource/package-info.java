/** People, rooms and equipment; when they are there and what they are taken for. */
@NullMarked
package io.mendian.booking.resource;

import org.jspecify.annotations.NullMarked;
