package io.mendian.member.hold.web;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import io.mendian.member.hold.HoldCommand;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;

/** What to hold until when; stored value in the smallest currency unit. */
record HoldRequest(
        @NotNull HoldId holdId,
        @NotNull MemberKey memberKey,
        @PositiveOrZero long points,
        @PositiveOrZero long storedValueMinor,
        @NotNull Instant expiresAt) {

    HoldCommand toCommand() {
        return new HoldCommand(holdId, memberKey, points, storedValueMinor, expiresAt);
    }
}
