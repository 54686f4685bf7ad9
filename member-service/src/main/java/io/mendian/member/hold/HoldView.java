package io.mendian.member.hold;

import io.mendian.kernel.HoldId;

/** What a hold set aside; amounts in the smallest currency unit. */
public record HoldView(HoldId holdId, long points, long principalMinor, long bonusMinor) {}
