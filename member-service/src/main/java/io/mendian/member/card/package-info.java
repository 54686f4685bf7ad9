/** Punch and period cards, their uses, and what they are good for. */
@NullMarked
package io.mendian.member.card;

import org.jspecify.annotations.NullMarked;
