/** Punch and period cards that their owners share with their families. */
@NullMarked
package io.mendian.member.cardshare;

import org.jspecify.annotations.NullMarked;
