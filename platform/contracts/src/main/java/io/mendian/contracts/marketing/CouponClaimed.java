package io.mendian.contracts.marketing;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** A member got a coupon. */
@EventType(topic = "mendian.marketing", type = "coupon.claimed.v1")
public record CouponClaimed(
        String couponId,
        String templateId,
        MemberKey memberKey,
        Instant validFrom,
        Instant validTo,
        String cause,
        Instant claimedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return couponId;
    }
}
