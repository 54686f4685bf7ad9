package io.mendian.member.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refund would do to its member; points, and amounts in the smallest currency unit. {@code pointsTakenBack} leave the
 * balance, {@code pointsOwed} could not be taken and are paid by later earnings; lots return with their own expiry; stored value:
 * what comes back minus what a returned recharge takes with it.
 */
public record RefundEffects(
        long pointsTakenBack,
        long pointsOwed,
        List<Lot> lotsReturned,
        @Nullable String levelNow,
        @Nullable String levelThen,
        long principalMinor,
        long bonusMinor) {

    /** Points that come back together. */
    public record Lot(long points, Instant expiresAt) {}
}
