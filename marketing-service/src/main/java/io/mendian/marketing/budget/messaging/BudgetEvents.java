package io.mendian.marketing.budget.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.marketing.budget.EndPromotionHold;
import io.mendian.marketing.budget.PromotionUseState;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Orders that settle what they keep of a promotion, or give it back. */
@EventHandlers
class BudgetEvents {

    private final EndPromotionHold end;

    BudgetEvents(EndPromotionHold end) {
        this.end = end;
    }

    @OnEvent
    void onPaid(Event<OrderPaid> event) {
        if (!event.data().history()) {
            end.end(event.data().orderId(), PromotionUseState.SETTLED);
        }
    }

    @OnEvent
    void onCancelled(Event<OrderCancelled> event) {
        end.end(event.data().orderId(), PromotionUseState.RELEASED);
    }

    @OnEvent
    void onRefunded(Event<OrderRefunded> event) {
        if (event.data().full()) {
            end.end(event.data().orderId(), PromotionUseState.RETURNED);
        }
    }
}
