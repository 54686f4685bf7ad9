package io.mendian.member.adjustment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to give (above 0) or take stored value, principal and bonus apart, in the smallest currency unit. OPEN until
 * another person approves (APPLIED) or rejects it (REJECTED).
 */
public record WalletAdjustmentView(
        String adjustmentId,
        String memberKey,
        long principalMinor,
        long bonusMinor,
        String reason,
        String status,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** How much it moves, whichever way. */
    long sizeMinor() {
        return Math.addExact(Math.abs(principalMinor), Math.abs(bonusMinor));
    }
}
