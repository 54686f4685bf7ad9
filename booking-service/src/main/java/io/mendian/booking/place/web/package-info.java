/** Rules of services over HTTP. */
@NullMarked
package io.mendian.booking.place.web;

import org.jspecify.annotations.NullMarked;
