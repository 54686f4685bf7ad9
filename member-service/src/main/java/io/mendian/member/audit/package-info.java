/** The trace of privileged work: append-only rows, each chained to the one before. */
@NullMarked
package io.mendian.member.audit;

import org.jspecify.annotations.NullMarked;
