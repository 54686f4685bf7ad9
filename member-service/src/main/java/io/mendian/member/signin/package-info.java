/** Daily sign-in, streaks, and what a streak yields. */
@NullMarked
package io.mendian.member.signin;

import org.jspecify.annotations.NullMarked;
