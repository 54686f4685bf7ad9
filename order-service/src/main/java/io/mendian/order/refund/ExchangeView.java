package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.OrderView;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as people see it; amounts in fen. {@code carriedMinor} of the returned money pays for the new order, the rest of
 * it goes back; {@code newOrder.remainingMinor} is the difference still to be paid.
 */
public record ExchangeView(
        String exchangeId,
        ExchangeStatus status,
        OrderId orderId,
        long carriedMinor,
        RefundView refund,
        @Nullable OrderView newOrder) {}
