/** Whether the books balance: the invariants of this service, run live. */
@NullMarked
package io.mendian.member.books;

import org.jspecify.annotations.NullMarked;
