package io.mendian.marketing.hold.messaging;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.marketing.coupon.Coupons;
import io.mendian.marketing.hold.ConfirmCoupons;
import io.mendian.marketing.hold.ReleaseCoupons;
import io.mendian.marketing.hold.ReturnCoupons;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;
import java.util.Objects;

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
        if (!paid.history() && !paid.couponIds().isEmpty()) {
            // an order without a member used what somebody showed on paper
            confirm.confirm(
                    paid.orderId(),
                    Objects.requireNonNullElse(paid.memberKey(), Coupons.BEARER),
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
