package io.mendian.order.ordering;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderPlaced;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.runtime.hold.OrderStanding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of an order. Each edge of the table is told to the other services by one event. */
public enum OrderStatus {
    /** The row is there, what it needs is being held. */
    PLACING,
    /** Everything is held until the deadline. */
    PENDING_PAYMENT,
    PAID,
    PARTLY_REFUNDED,
    /** Nothing is left of it. */
    REFUNDED,
    /** Ended unpaid; everything it held is free. */
    CANCELLED;

    /** The statuses that may follow, each with the event that tells of it. */
    public Map<OrderStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case PLACING -> Map.of(PENDING_PAYMENT, OrderPlaced.class, CANCELLED, OrderCancelled.class);
            case PENDING_PAYMENT -> Map.of(PAID, OrderPaid.class, CANCELLED, OrderCancelled.class);
            case PAID, PARTLY_REFUNDED -> Map.of(PARTLY_REFUNDED, OrderRefunded.class, REFUNDED, OrderRefunded.class);
            case REFUNDED, CANCELLED -> Map.of();
        };
    }

    /** Whether money has come in for the order and some of it is left. */
    public boolean isReturnable() {
        return this == PAID || this == PARTLY_REFUNDED;
    }

    /** What an order of this status, or none, means for what is held for it. */
    static OrderStanding standing(@Nullable OrderStatus status) {
        return switch (status) {
            case null -> OrderStanding.UNKNOWN;
            case PLACING, PENDING_PAYMENT -> OrderStanding.OPEN;
            case PAID, PARTLY_REFUNDED, REFUNDED -> OrderStanding.PAID;
            case CANCELLED -> OrderStanding.CLOSED;
        };
    }

    OrderStatus to(OrderStatus next) {
        if (!next().containsKey(next)) {
            throw new IllegalStateException("an order never goes from " + this + " to " + next);
        }
        return next;
    }
}
