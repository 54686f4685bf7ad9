/** What members are told of by itself: by a message of the mini-program, by SMS, and in the mini-program's own list. */
@NullMarked
package io.mendian.member.notice;

import org.jspecify.annotations.NullMarked;
