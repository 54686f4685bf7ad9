package io.mendian.member.hold;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** What a checkout wants set aside; stored value in the smallest currency unit. */
public record HoldCommand(HoldId holdId, MemberKey memberKey, long points, long storedValueMinor, Instant expiresAt) {}
