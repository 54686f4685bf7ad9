/** Points that a member gives away: held under a code until somebody takes them. */
@NullMarked
package io.mendian.member.pointsgift;

import org.jspecify.annotations.NullMarked;
