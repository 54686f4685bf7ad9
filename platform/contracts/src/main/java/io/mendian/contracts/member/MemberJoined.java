package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person became a member. Published once per member. */
@EventType(topic = "mendian.member", type = "member.joined.v1")
public record MemberJoined(
        MemberKey memberKey, @Nullable StoreId storeId, String source, String level, boolean history, Instant joinedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
