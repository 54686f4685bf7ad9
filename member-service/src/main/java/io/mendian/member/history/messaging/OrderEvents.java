package io.mendian.member.history.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.member.history.SettlePaidOrders;
import io.mendian.member.history.SettleRefund;
import io.mendian.member.hold.ReleaseHold;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Orders as order-service tells of them. */
@EventHandlers
class OrderEvents {

    private final SettlePaidOrders settlePaidOrders;
    private final SettleRefund settleRefund;
    private final ReleaseHold releaseHold;

    OrderEvents(SettlePaidOrders settlePaidOrders, SettleRefund settleRefund, ReleaseHold releaseHold) {
        this.settlePaidOrders = settlePaidOrders;
        this.settleRefund = settleRefund;
        this.releaseHold = releaseHold;
    }

    @OnEvent
    void paid(Event<OrderPaid> event) {
        PaidOrdersOfTransaction.of(settlePaidOrders).add(event.data());
    }

    @OnEvent
    void refunded(Event<OrderRefunded> event) {
        PaidOrdersOfTransaction.of(settlePaidOrders).settle();
        settleRefund.settle(event.data());
    }

    @OnEvent
    void cancelled(Event<OrderCancelled> event) {
        releaseHold.release(event.data().orderId().value());
    }
}
