package io.mendian.analytics.facts.messaging;

import io.mendian.analytics.facts.BookFacts;
import io.mendian.analytics.facts.BookFulfilment;
import io.mendian.analytics.facts.BookTips;
import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.OrderTipped;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** How goods get to customers, and what these leave for the staff. */
@EventHandlers
class HandoverListener {

    private final BookFulfilment fulfilment;
    private final BookTips tips;
    private final BookFacts facts;

    HandoverListener(BookFulfilment fulfilment, BookTips tips, BookFacts facts) {
        this.fulfilment = fulfilment;
        this.tips = tips;
        this.facts = facts;
    }

    @OnEvent
    void moved(Event<FulfilmentChanged> event) {
        fulfilment.moved(event.data());
        facts.seen(event);
    }

    /** That it is seen is said where its amounts are booked. */
    @OnEvent
    void refunded(Event<OrderRefunded> event) {
        fulfilment.refunded(event.data());
    }

    @OnEvent
    void tipped(Event<OrderTipped> event) {
        tips.tipped(event.data());
        facts.seen(event);
    }
}
