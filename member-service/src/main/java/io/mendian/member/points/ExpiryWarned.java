package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** Told, in the transaction in which it happens, that points of a member will expire; once per member and due date. */
public interface ExpiryWarned {

    void expiryWarned(MemberKey member, long points, Instant expiresAt);
}
