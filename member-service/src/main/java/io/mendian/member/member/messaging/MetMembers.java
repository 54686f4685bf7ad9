package io.mendian.member.member.messaging;

import io.mendian.contracts.booking.BookingMade;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Whoever buys or books in a store is known to it from then on. */
@EventHandlers
class MetMembers {

    private final MemberAccess access;

    MetMembers(MemberAccess access) {
        this.access = access;
    }

    @OnEvent
    void on(Event<OrderPaid> event) {
        OrderPaid order = event.data();
        // an old till's members were taken over with their stores
        if (order.memberKey() != null && !order.history()) {
            access.met(order.memberKey(), order.storeId());
        }
    }

    @OnEvent
    void onBooking(Event<BookingMade> event) {
        access.met(event.data().memberKey(), event.data().storeId());
    }
}
