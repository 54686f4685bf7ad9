package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import java.time.Instant;

/** A member received a punch or period card. */
@EventType(topic = "mendian.member", type = "member.card-issued.v1")
public record CardIssued(
        MemberKey memberKey,
        String cardId,
        SkuId productSkuId,
        String kind,
        long uses,
        String reference,
        Instant issuedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
