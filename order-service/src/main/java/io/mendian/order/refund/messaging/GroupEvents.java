package io.mendian.order.refund.messaging;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.contracts.marketing.GroupSucceeded;
import io.mendian.order.ordering.ConfirmGroupOrder;
import io.mendian.order.refund.RefundFailedGroup;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Groups that succeeded or failed. */
@EventHandlers
class GroupEvents {

    private final ConfirmGroupOrder confirmGroupOrder;
    private final RefundFailedGroup refundFailedGroup;

    GroupEvents(ConfirmGroupOrder confirmGroupOrder, RefundFailedGroup refundFailedGroup) {
        this.confirmGroupOrder = confirmGroupOrder;
        this.refundFailedGroup = refundFailedGroup;
    }

    @OnEvent
    void succeeded(Event<GroupSucceeded> event) {
        event.data().orderIds().stream()
                .sorted(java.util.Comparator.comparing(id -> id.value()))
                .forEach(confirmGroupOrder::confirm);
    }

    @OnEvent
    void failed(Event<GroupFailed> event) {
        event.data().orderIds().stream()
                .sorted(java.util.Comparator.comparing(id -> id.value()))
                .forEach(refundFailedGroup::refund);
    }
}
