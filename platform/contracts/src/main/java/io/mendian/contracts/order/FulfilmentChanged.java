package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paid order that is fetched (PICKUP) or sent (DELIVERY) got on: WAITING to TO_PREPARE to READY to DONE, or WAITING to TO_SHIP
 * to SHIPPED to DONE. movedBy: PAYMENT, STAFF, MEMBER or TIMER. pieces are those handed over or sent with this move. That
 * nothing is left to hand over is told by order.refunded.v1 (full); orders of the counter are done with order.paid.v1.
 */
@EventType(topic = "mendian.order", type = "order.fulfilment-changed.v1")
public record FulfilmentChanged(
        OrderId orderId,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        String handing,
        String fromStatus,
        String toStatus,
        String movedBy,
        @Nullable String carrier,
        List<Piece> pieces,
        Instant movedAt)
        implements DomainEvent {

    /** How many of a line. */
    public record Piece(String lineId, long quantity) {}

    @Override
    public String key() {
        return orderId.text();
    }
}
