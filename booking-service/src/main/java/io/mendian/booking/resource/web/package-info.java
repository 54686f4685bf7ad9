/** Resources, shifts and leave over HTTP. */
@NullMarked
package io.mendian.booking.resource.web;

import org.jspecify.annotations.NullMarked;
