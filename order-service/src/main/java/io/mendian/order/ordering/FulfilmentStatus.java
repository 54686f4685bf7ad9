package io.mendian.order.ordering;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import java.util.Map;

/** How far an order has come to its customer, besides how it is paid. Each edge is told by one event. */
public enum FulfilmentStatus {
    /** Not paid yet. */
    WAITING("待付款"),
    /** To be laid ready for pickup. */
    TO_PREPARE("待备货"),
    /** Can be fetched. */
    READY("待自提"),
    /** To be sent. */
    TO_SHIP("待发货"),
    /** On its way. */
    SHIPPED("待收货"),
    /** Handed over, fetched or received. */
    DONE("已完成"),
    /** Nothing was left to hand over: cancelled, or wholly refunded before. */
    ENDED("已关闭");

    private final String zh;

    FulfilmentStatus(String zh) {
        this.zh = zh;
    }

    /** The word for people. */
    public String zh() {
        return zh;
    }

    /** The statuses that may follow, each with the event that tells of it. */
    public Map<FulfilmentStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case WAITING ->
                Map.of(
                        DONE, OrderPaid.class,
                        TO_PREPARE, FulfilmentChanged.class,
                        TO_SHIP, FulfilmentChanged.class,
                        ENDED, OrderCancelled.class);
            case TO_PREPARE -> Map.of(READY, FulfilmentChanged.class, ENDED, OrderRefunded.class);
            case TO_SHIP -> Map.of(SHIPPED, FulfilmentChanged.class, ENDED, OrderRefunded.class);
            case READY, SHIPPED -> Map.of(DONE, FulfilmentChanged.class, ENDED, OrderRefunded.class);
            case DONE, ENDED -> Map.of();
        };
    }

    /** Whether pieces that come back now need not be handed over any more. */
    public boolean isStillHere() {
        return this == TO_PREPARE || this == READY || this == TO_SHIP;
    }

    FulfilmentStatus to(FulfilmentStatus next) {
        if (!next().containsKey(next)) {
            throw OrderProblem.FULFILMENT_NOT_SO.with("from", this, "fromText", zh, "to", next, "toText", next.zh);
        }
        return next;
    }
}
