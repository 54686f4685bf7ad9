package io.mendian.member.points;

/** What one order earned, by which rule, and what of it is kept after its refunds. */
record PointsEarning(
        long orderId,
        long memberKey,
        long ruleVersion,
        int multiplierPermille,
        long eligibleMinor,
        long eligibleLeftMinor,
        long pointsEarned,
        long pointsKept) {}
