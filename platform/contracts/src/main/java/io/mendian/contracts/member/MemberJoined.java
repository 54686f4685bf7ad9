package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member. Published once per member. personKey, when given: the member who stands for this person because
 * his phone number, openid or device is known from him.
 */
@EventType(topic = "mendian.member", type = "member.joined.v1")
public record MemberJoined(
        MemberKey memberKey,
        @Nullable StoreId storeId,
        String source,
        String level,
        boolean history,
        Instant joinedAt,
        @Nullable MemberKey personKey)
        implements DomainEvent {

    /** Of somebody whom nothing connects with another member. */
    public MemberJoined(
            MemberKey memberKey,
            @Nullable StoreId storeId,
            String source,
            String level,
            boolean history,
            Instant joinedAt) {
        this(memberKey, storeId, source, level, history, joinedAt, null);
    }

    @Override
    public String key() {
        return memberKey.text();
    }
}
