/** The books over HTTP. */
@NullMarked
package io.mendian.inventory.books.web;

import org.jspecify.annotations.NullMarked;
