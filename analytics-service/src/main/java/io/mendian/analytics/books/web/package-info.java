/** The books over HTTP. */
@NullMarked
package io.mendian.analytics.books.web;

import org.jspecify.annotations.NullMarked;
