package io.mendian.contracts.marketing;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import java.time.Instant;

/** A coupon was used up by a paid order. */
@EventType(topic = "mendian.marketing", type = "coupon.used.v1")
public record CouponUsed(
        String couponId,
        String templateId,
        MemberKey memberKey,
        OrderId orderId,
        long discountMinor,
        String currency,
        Instant usedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return couponId;
    }
}
