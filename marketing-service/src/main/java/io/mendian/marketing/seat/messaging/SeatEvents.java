package io.mendian.marketing.seat.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.marketing.seat.FreeSeat;
import io.mendian.marketing.seat.ReturnSeat;
import io.mendian.marketing.seat.SettleSeat;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Orders that pay their seat, free it, or give it back. */
@EventHandlers
class SeatEvents {

    private final SettleSeat settleSeat;
    private final FreeSeat freeSeat;
    private final ReturnSeat returnSeat;

    SeatEvents(SettleSeat settleSeat, FreeSeat freeSeat, ReturnSeat returnSeat) {
        this.settleSeat = settleSeat;
        this.freeSeat = freeSeat;
        this.returnSeat = returnSeat;
    }

    @OnEvent
    void onPaid(Event<OrderPaid> event) {
        OrderPaid order = event.data();
        if (!order.history()) {
            settleSeat.settle(order.orderId(), order.payableMinor(), order.paidAt());
        }
    }

    @OnEvent
    void onCancelled(Event<OrderCancelled> event) {
        freeSeat.release(event.data().orderId());
    }

    @OnEvent
    void onRefunded(Event<OrderRefunded> event) {
        OrderRefunded refund = event.data();
        returnSeat.giveBack(refund.orderId(), refund.amountMinor(), refund.full());
    }
}
