/** Signing in: tokens, their rotation and their end. */
@NullMarked
package io.mendian.member.login;

import org.jspecify.annotations.NullMarked;
