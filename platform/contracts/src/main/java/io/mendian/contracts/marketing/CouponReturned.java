package io.mendian.contracts.marketing;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import java.time.Instant;

/** A used coupon came back with a full refund. */
@EventType(topic = "mendian.marketing", type = "coupon.returned.v1")
public record CouponReturned(
        String couponId, String templateId, MemberKey memberKey, OrderId orderId, Instant returnedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return couponId;
    }
}
