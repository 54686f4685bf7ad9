package io.mendian.member.grant;

import io.mendian.kernel.MemberKey;

/**
 * A coupon owed to a member.
 *
 * @param grantId given by whoever owes it; marketing-service gives one coupon per id
 * @param causeType which feature owes it, see {@link GrantOutcome}
 */
public record CouponGrant(long grantId, MemberKey member, String templateId, String causeType, String causeId) {}
