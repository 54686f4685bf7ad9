package io.mendian.order.payment;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.problem.ProblemException;
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

    private final OrderQueries orders;
    private final WeChatPayments payments;
    private final EndWeChatPayment endWeChatPayment;
    private final Clock clock;

    PaymentOpening(OrderQueries orders, WeChatPayments payments, EndWeChatPayment endWeChatPayment, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.endWeChatPayment = endWeChatPayment;
        this.clock = clock;
    }

    /** The open payment of the order, or a new one; an open one over another amount or of another mode is ended first. */
    WeChatPayment open(long paymentId, Order order, WeChatPayment.Mode mode) {
        Instant now = clock.instant();
        long due = due(order, now);
        order.requireMeans(TenderKind.WECHAT_PAY);
        if (!order.amounts().currency().equals("CNY")) {
            throw PaymentProblem.WECHAT_PAY_REFUSED.with(
                    "reason", order.amounts().currency());
        }
        if (!order.head().payUntil().isAfter(now)) {
            throw PaymentProblem.PAYMENT_DEADLINE_PASSED.with();
        }
        Optional<WeChatPayment> open = payments.openOf(order.id());
        if (open.isPresent()) {
            WeChatPayment found = open.get();
            if (found.amountMinor() == due && found.mode() == mode && found.status() != PaymentStatus.REVERSING) {
                return found;
            }
            endOrRefuse(found);
        }
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
        } catch (DuplicateKeyException e) {
            // somebody else opened one for the same order just now, or this very request did before
            return payments.openOf(order.id())
                    .orElseThrow(() -> payments.find(paymentId).isPresent()
                            ? PaymentProblem.WECHAT_PAY_REFUSED.with("reason", "closed")
                            : PaymentProblem.WECHAT_PAY_UNAVAILABLE.with());
        }
        requireStillDue(payment, now);
        return payment;
    }

    /** Somebody may have paid between the look at the order and this row; the provider was not asked for anything yet. */
    private void requireStillDue(WeChatPayment payment, Instant now) {
        try {
            if (due(orders.require(payment.order()), now) != payment.amountMinor()) {
                throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
            }
        } catch (ProblemException e) {
            payments.forget(payment.id());
            throw e;
        }
    }

    private static long due(Order order, Instant now) {
        long due = order.dueMinor(now);
        if (order.status() != OrderStatus.PENDING_PAYMENT || due == 0) {
            throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", order.status());
        }
        return due;
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
