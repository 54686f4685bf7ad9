/** HTTP in of the books. */
@NullMarked
package io.mendian.order.books.web;

import org.jspecify.annotations.NullMarked;
