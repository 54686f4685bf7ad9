package io.mendian.member.adjustment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request to give (above 0) or take points. OPEN until another person approves (APPLIED) or rejects it (REJECTED). */
public record AdjustmentView(
        String adjustmentId,
        String memberKey,
        long points,
        String reason,
        String status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {}
