package io.mendian.analytics.facts.messaging;

import io.mendian.analytics.facts.BookFacts;
import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Sales, refunds and closed days. */
@EventHandlers
class SalesListener {

    private final BookFacts facts;

    SalesListener(BookFacts facts) {
        this.facts = facts;
    }

    @OnEvent
    void paid(Event<OrderPaid> event) {
        facts.paid(event);
    }

    @OnEvent
    void refunded(Event<OrderRefunded> event) {
        facts.refunded(event);
    }

    @OnEvent
    void dayClosed(Event<DayClosed> event) {
        facts.dayClosed(event);
    }
}
