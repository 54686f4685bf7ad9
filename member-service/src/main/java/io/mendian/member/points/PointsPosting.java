package io.mendian.member.points;

/** An entry to be appended to the ledger. One cause posts once for a member. */
record PointsPosting(long memberKey, long delta, long balanceAfter, String causeType, String causeId) {}
