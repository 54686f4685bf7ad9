package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One use was taken from a card. */
@EventType(topic = "mendian.member", type = "member.card-used.v1")
public record CardUsed(
        MemberKey memberKey,
        String cardId,
        SkuId productSkuId,
        long usesLeft,
        StoreId storeId,
        @Nullable StaffId staffId,
        String reference,
        Instant usedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return memberKey.text();
    }
}
