/** Routes of holds and of the checkout's context. */
@NullMarked
package io.mendian.member.hold.web;

import org.jspecify.annotations.NullMarked;
