package io.mendian.member.member;

import io.mendian.kernel.MemberKey;

/** Told, in the transaction in which it happens, that a member's phone is known for the first time. */
public interface PhoneKnown {

    void phoneKnown(MemberKey member);
}
