/** The other services' books. */
@NullMarked
package io.mendian.analytics.books.client;

import org.jspecify.annotations.NullMarked;
