/** The books over HTTP. */
@NullMarked
package io.mendian.marketing.books.web;

import org.jspecify.annotations.NullMarked;
