package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** Points of a member will expire unless he uses them. Published once per member and due date, some days before. */
@EventType(topic = "mendian.member", type = "member.points-expiring.v1")
public record PointsExpiring(MemberKey memberKey, long points, Instant expiresAt, Instant warnedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
