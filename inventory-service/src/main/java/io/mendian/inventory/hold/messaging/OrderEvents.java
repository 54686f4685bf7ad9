package io.mendian.inventory.hold.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.inventory.hold.ConfirmHold;
import io.mendian.inventory.hold.ReleaseHold;
import io.mendian.inventory.hold.RestockReturn;
import io.mendian.kernel.HoldId;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** What orders mean for the shelf. */
@EventHandlers
class OrderEvents {

    private final ConfirmHold confirmHold;
    private final ReleaseHold releaseHold;
    private final RestockReturn restockReturn;

    OrderEvents(ConfirmHold confirmHold, ReleaseHold releaseHold, RestockReturn restockReturn) {
        this.confirmHold = confirmHold;
        this.releaseHold = releaseHold;
        this.restockReturn = restockReturn;
    }

    @OnEvent
    void paid(Event<OrderPaid> event) {
        confirmHold.confirm(event.data());
    }

    @OnEvent
    void cancelled(Event<OrderCancelled> event) {
        OrderCancelled order = event.data();
        releaseHold.release(HoldId.of(order.orderId().value()), order.storeId());
    }

    @OnEvent
    void refunded(Event<OrderRefunded> event) {
        restockReturn.restock(event.data());
    }
}
