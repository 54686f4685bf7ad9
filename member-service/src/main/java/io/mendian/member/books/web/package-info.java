/** Routes of the books. */
@NullMarked
package io.mendian.member.books.web;

import org.jspecify.annotations.NullMarked;
