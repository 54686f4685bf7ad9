/** Verification codes by SMS. */
@NullMarked
package io.mendian.member.code;

import org.jspecify.annotations.NullMarked;
