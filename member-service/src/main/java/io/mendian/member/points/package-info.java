/** Points: lots that expire, a ledger, and the rule by which they are earned. */
@NullMarked
package io.mendian.member.points;

import org.jspecify.annotations.NullMarked;
