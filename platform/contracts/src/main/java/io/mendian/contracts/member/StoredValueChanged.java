package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** A posting to a member's stored value; principal and bonus are the balances after it, in the smallest currency unit. */
@EventType(topic = "mendian.member", type = "member.stored-value-changed.v1")
public record StoredValueChanged(
        MemberKey memberKey,
        long principalDeltaMinor,
        long bonusDeltaMinor,
        long principalMinor,
        long bonusMinor,
        String currency,
        String cause,
        String reference,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
