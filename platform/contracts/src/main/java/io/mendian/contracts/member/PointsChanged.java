package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** A posting to a member's points ledger; balance is the one after it. */
@EventType(topic = "mendian.member", type = "member.points-changed.v1")
public record PointsChanged(
        MemberKey memberKey, long delta, long balance, String cause, String reference, Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
