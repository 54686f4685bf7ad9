package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** A member rose or fell to another level; one event per change. */
@EventType(topic = "mendian.member", type = "member.level-changed.v1")
public record MemberLevelChanged(MemberKey memberKey, String fromLevel, String toLevel, String cause, Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
