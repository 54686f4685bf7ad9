/** Stored value and cards that pass from one member to another; both confirm, or headquarters does it. */
@NullMarked
package io.mendian.member.transfer;

import org.jspecify.annotations.NullMarked;
