package io.mendian.marketing.hold.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.marketing.hold.ConfirmCoupons;
import io.mendian.marketing.hold.ReleaseCoupons;
import io.mendian.marketing.hold.ReturnCoupons;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Orders that end a hold, or undo its use. */
@EventHandlers
class CouponHoldEvents {

    private final ConfirmCoupons confirm;
    private final ReleaseCoupons release;
    private final ReturnCoupons giveBack;

    CouponHoldEvents(ConfirmCoupons confirm, ReleaseCoupons release, ReturnCoupons giveBack) {
        this.confirm = confirm;
        this.release = release;
        this.giveBack = giveBack;
    }

    @OnEvent
    void onPaid(Event<OrderPaid> event) {
        OrderPaid paid = event.data();
        if (paid.memberKey() != null && !paid.history() && !paid.couponIds().isEmpty()) {
            confirm.confirm(
                    paid.orderId(),
                    paid.memberKey(),
                    paid.couponIds().stream().map(Long::parseLong).toList(),
                    paid.paidAt());
        }
    }

    @OnEvent
    void onCancelled(Event<OrderCancelled> event) {
        release.release(event.data().orderId());
    }

    @OnEvent
    void onRefunded(Event<OrderRefunded> event) {
        if (event.data().full()) {
            giveBack.giveBack(event.data().orderId(), event.data().refundedAt());
        }
    }
}
