/** The books over HTTP. */
@NullMarked
package io.mendian.booking.books.web;

import org.jspecify.annotations.NullMarked;
