package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a list of orders. */
public record OrderSummary(
        OrderId orderId,
        String orderNo,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        String channel,
        OrderStatus status,
        Handing handing,
        FulfilmentStatus fulfilment,
        String currency,
        long payableMinor,
        long refundedMinor,
        Instant placedAt,
        @Nullable LocalDate businessDate) {}
