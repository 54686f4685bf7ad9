package io.mendian.order.payment;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes the row of a payment before anything is asked of the provider. An order has one open payment. */
@Component
class PaymentOpening {

    private static final Duration FIRST_POLL = Duration.ofSeconds(3);

    private final WeChatPayments payments;
    private final EndWeChatPayment endWeChatPayment;
    private final Clock clock;

    PaymentOpening(WeChatPayments payments, EndWeChatPayment endWeChatPayment, Clock clock) {
        this.payments = payments;
        this.endWeChatPayment = endWeChatPayment;
        this.clock = clock;
    }

    /** The open payment of the order, or a new one; an open one over another amount or of another mode is ended first. */
    WeChatPayment open(long paymentId, Order order, WeChatPayment.Mode mode) {
        long due = order.dueMinor(clock.instant());
        if (order.status() != OrderStatus.PENDING_PAYMENT || due == 0) {
            throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", order.status());
        }
        order.requireMeans(TenderKind.WECHAT_PAY);
        if (!order.amounts().currency().equals("CNY")) {
            throw PaymentProblem.WECHAT_PAY_REFUSED.with(
                    "reason", order.amounts().currency());
        }
        if (!order.head().payUntil().isAfter(clock.instant())) {
            throw PaymentProblem.PAYMENT_DEADLINE_PASSED.with();
        }
        Optional<WeChatPayment> open = payments.openOf(order.id());
        if (open.isPresent()) {
            WeChatPayment found = open.get();
            if (found.amountMinor() == due && found.mode() == mode) {
                return found;
            }
            endOrRefuse(found);
        }
        Instant now = clock.instant();
        WeChatPayment payment = new WeChatPayment(
                paymentId,
                order.id(),
                order.head().store(),
                WeChatPayment.numberOf(paymentId),
                mode,
                due,
                order.amounts().currency(),
                PaymentStatus.CREATED,
                null,
                now,
                order.head().payUntil(),
                0);
        try {
            payments.insert(payment, now.plus(FIRST_POLL));
            return payment;
        } catch (DuplicateKeyException e) {
            // somebody else opened one for the same order just now, or this very request did before
            return payments.openOf(order.id())
                    .orElseThrow(() -> payments.find(paymentId).isPresent()
                            ? PaymentProblem.WECHAT_PAY_REFUSED.with("reason", "closed")
                            : PaymentProblem.WECHAT_PAY_UNAVAILABLE.with());
        }
    }

    private void endOrRefuse(WeChatPayment found) {
        try {
            if (!endWeChatPayment.end(found)) {
                throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", OrderStatus.PAID);
            }
        } catch (WeChatPayUnknown | WeChatPayRefused e) {
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
        }
    }
}
