package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come to its customer; the recipient is masked, and null once it was purged.
 *
 * @param statusText the status as customers read it
 * @param receiveBy when it counts as received by itself
 * @param lines what is to be handed over; what was sent, once it left
 */
public record FulfilmentView(
        OrderId orderId,
        String orderNo,
        Handing handing,
        FulfilmentStatus status,
        String statusText,
        @Nullable Recipient recipient,
        @Nullable String carrier,
        @Nullable String trackingNo,
        @Nullable Instant shippedAt,
        @Nullable Instant receiveBy,
        List<Line> lines,
        List<Step> steps) {

    /** Pieces bought, returned (or asked back), and left for the customer. */
    public record Line(String lineId, SkuId skuId, String name, String unit, long bought, long returned, long handed) {}

    /** When it came to a status, and by whom: PAYMENT, STAFF, MEMBER or TIMER. */
    public record Step(FulfilmentStatus status, String by, Instant at) {}
}
