/** The consumption record, and what a paid or refunded order does to a member's assets. */
@NullMarked
package io.mendian.member.history;

import org.jspecify.annotations.NullMarked;
