package io.mendian.member.member;

import io.mendian.kernel.MemberKey;

/** Who it is, and whether he became a member just now. */
public record Joined(MemberKey memberKey, boolean created) {}
