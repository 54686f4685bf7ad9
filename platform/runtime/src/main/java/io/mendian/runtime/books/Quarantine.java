package io.mendian.runtime.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account on hold because its figures are wrong: nothing new may move it until somebody has put it right.
 *
 * @param reason the check that failed, or what somebody of headquarters wrote
 * @param rebuilt what a rebuild changed, such as {@code on hand 21 → 20}
 */
public record Quarantine(
        String id,
        String subjectKind,
        String subjectId,
        String reason,
        String putBy,
        Instant putAt,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftReason,
        @Nullable String rebuilt) {}
