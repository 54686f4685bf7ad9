package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member turned out to be the same person as others, by a phone number, an openid or a device: personKey stands for them
 * all. mergedInto, when given: who has this member's logins from now on. No number, openid or device is in it.
 */
@EventType(topic = "mendian.member", type = "member.person-known.v1")
public record MemberPersonKnown(
        MemberKey memberKey, MemberKey personKey, @Nullable MemberKey mergedInto, Instant knownAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
